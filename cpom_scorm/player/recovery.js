/** Registers what few learners ever need: it brings back what this device kept and the LMS does not have. */

import { recover } from "./restore.js";

const { cpomScorm } = /** @type {any} */ (globalThis);
cpomScorm.section("recovery", { recover });
