// Lets learners begin in one version of a course and come back in another: the real player on a fake LMS, in Node.
// In: { old, new, learners: [steps] }, courses as packages hold them. Out: for each learner what each visit knows.
import { text } from "node:stream/consumers";
import { fakeLms } from "../../js/support/lms.js";
import { launch } from "../../js/support/player.js";

const graded = (response, fraction = 1) => ({
  response,
  fraction,
  result: fraction === 1 ? "correct" : "incorrect",
  latencySeconds: 1,
  records: [{ part: "", result: "correct", encoded: "a", patterns: [], description: "" }],
});
const deeds = {
  visit: (session, page) => session.visit(page),
  answer: (session, question, response) => session.answer(question, graded(response)),
  start: (session, section) => session.startQuiz(section),
  save: (session, question, response) => session.saveAnswer(question, response),
  finish: (session, section, answers) => {
    const all = Object.entries(answers).map(([id, [response, share]]) => [id, graded(response, share)]);
    session.finishQuiz(section, Object.fromEntries(all));
  },
};
const told = ({ seen, ...state }) => ({ ...state, seen: [...seen].sort() });

async function comeBack(courses, steps) {
  const first = await launch({ course: courses.old, lms: fakeLms(courses.old.runtime) });
  for (const [deed, ...rest] of steps) deeds[deed](first.session, ...rest);
  first.session.exit();
  const before = told(first.session.state());
  const second = await launch({ course: courses.new, lms: first.lms.relaunch() });
  const after = told(second.session.state());
  second.session.visit(courses.new.pages[0].id);
  second.session.exit();
  const third = await launch({ course: courses.new, lms: second.lms.relaunch() });
  return { before, after, later: told(third.session.state()) };
}

const courses = JSON.parse(await text(process.stdin));
const learners = [];
for (const steps of courses.learners) learners.push(await comeBack(courses, steps));
process.stdout.write(JSON.stringify(learners));
