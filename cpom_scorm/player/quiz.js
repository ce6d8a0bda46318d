/** Registers quizzes, from what is read before one to its last question: no first view waits for them. */

import { quizIntro } from "./view/quiz_intro.js";
import { quizRun } from "./view/quiz_run.js";

const { cpomScorm } = /** @type {any} */ (globalThis);
cpomScorm.section("quiz", { intro: quizIntro, run: quizRun });
