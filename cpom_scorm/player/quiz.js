/** Registers what an open attempt at a quiz needs: no first view waits for it. */

import { quizRun } from "./view/quiz_run.js";

const { cpomScorm } = /** @type {any} */ (globalThis);
cpomScorm.section("quiz", { run: quizRun });
