/** What only some quizzes need: a course gets the rows that its quizzes use (`quiz_data.py`). */

import { history } from "./attempt_history.js";
import { limit } from "./attempts_left.js";
import { objectives } from "./by_objective.js";
import { study } from "./pages_to_study.js";
import { atOnce } from "./quiz_at_once.js";
import { together } from "./quiz_together.js";

export const QUIZ_FEATURES = {
  together,
  atOnce,
  objectives,
  study,
  history,
  limit,
};
