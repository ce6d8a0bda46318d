// Takes a course through the player's own modules, without its views, and gives what the LMS then holds.
async ({ folder, answers, quizzes, open, pages }) => {
  const load = (name) => new Promise((resolve, reject) => {
    const node = document.createElement("script");
    Object.assign(node, { src: `/${folder}/${name}`, onload: resolve, onerror: reject });
    document.head.append(node);
  });
  await load("course-data.js");
  const { course } = cpomScorm;
  const contents = {};
  cpomScorm.section = (id, content) => Object.assign(contents, content.questions);
  for (const { script } of course.sections) await load(script);
  const { createSession } = await import("/player/session.js");
  const { judge } = await import("/player/view/judging.js");
  const { questionsAsked } = await import("/player/questions_asked.js");
  const session = createSession(course, { window });
  await session.start();
  for (const { id, plays = [] } of course.pages.slice(0, pages)) {
    session.visit(id);
    for (const one of plays) session.revise(one, true);
  }
  for (const { id, quiz } of course.sections) {
    if (!quiz || !(quizzes || open)) continue;
    session.startQuiz(id);
    const judged = questionsAsked(course.sections.find((one) => one.id === id), session.state()).map((one) => [one, judge(course, one, contents[one], answers[one], 4)]);
    for (const [one, { response }] of quizzes ? judged : judged.slice(0, 1)) session.saveAnswer(one, response);
    if (quizzes) session.finishQuiz(id, Object.fromEntries(judged));
  }
  session.exit();
  return record.held;
}
