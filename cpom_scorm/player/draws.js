/** What only some quizzes need: a course without such quizzes does not get it (`quiz_data.py`). */

import { pools } from "./pools.js";

export const DRAWS = {
  pools,
};
