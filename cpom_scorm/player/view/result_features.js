/** What only the results of some quizzes need: a course gets the rows that it uses (`quiz_data.py`). */

import { history } from "./attempt_history.js";
import { limit } from "./attempts_left.js";
import { objectives } from "./by_objective.js";
import { study } from "./pages_to_study.js";

export const RESULT_FEATURES = {
  objectives,
  study,
  history,
  limit,
};
