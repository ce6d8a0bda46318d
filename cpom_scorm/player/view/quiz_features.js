/** What only some quizzes need while an attempt is open: a course gets the rows that it uses (`quiz_data.py`). */

import { atOnce } from "./quiz_at_once.js";
import { together } from "./quiz_together.js";

export const QUIZ_FEATURES = {
  together,
  atOnce,
};
