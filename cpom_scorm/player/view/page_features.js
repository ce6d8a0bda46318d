/** What only some pages need: a course gets the rows that it uses (`course_data.py`). */

import { explainTerms } from "./terms.js";

export const PAGE_FEATURES = {
  terms: explainTerms,
};
