/** Courses for tests: as small as the promise that is tested allows. */

import { readFileSync } from "node:fs";

const EDITIONS = JSON.parse(readFileSync(new URL("../../vectors/editions.json", import.meta.url), "utf8"));

export const EDITION_IDS = Object.keys(EDITIONS);
export const OLDEST = EDITION_IDS[0];
export const NEWEST = EDITION_IDS[EDITION_IDS.length - 1];

/**
 * A course of sections "s1", "s2"… with pages "s1p1"…, quiz questions "s1q1"… of four options and a
 * knowledge check "s1k1" of each section.
 * @returns {any}
 */
export function makeCourse({
  edition = NEWEST,
  sections = 2,
  pages = 2,
  questions = 2,
  status = "passed/incomplete",
  scoring = {},
  interactions = "last",
} = {}) {
  const { runtime, responses, limits } = EDITIONS[edition];
  const { statuses, ...form } = runtime;
  const course = {
    version: 1,
    id: "sample",
    build: "0123456789abcdef",
    runtime: { ...form, status: statuses[status] },
    responses,
    limits,
    scoring: { pass: 0.8, require: "overall", counted: "best", ...scoring },
    interactions,
    record: { slots: [["page", "welcome"]], generations: [] },
    pages: [{ id: "welcome", required: true, section: null, questions: [] }],
    sections: [],
    questions: {},
    strings: {},
  };
  for (let number = 1; number <= sections; number += 1) addSection(course, `s${number}`, pages, questions);
  course.record.generations.push([course.record.slots.length, "3f09ac"]);
  return course;
}

function addSection(course, id, pages, questions) {
  const names = (letter, count) => Array.from({ length: count }, (_, index) => `${id}${letter}${index + 1}`);
  const quiz = names("q", questions);
  course.record.slots.push(["section", id]);
  for (const page of names("p", pages)) {
    course.pages.push({ id: page, required: true, section: id, questions: [] });
    course.record.slots.push(["page", page]);
  }
  for (const question of [`${id}k1`, ...quiz]) {
    course.record.slots.push(["question", question, "choice"]);
    for (const option of ["a", "b", "c", "d"]) {
      course.record.slots.push(["option", question, "option", option, option]);
    }
    course.questions[question] = {
      kind: "choice",
      weight: 1,
      tries: 2,
      credit: "whole",
      scored: true,
      section: id,
      quiz: quiz.includes(question),
    };
  }
  course.sections.push({
    id,
    title: `Section ${id}`,
    pages: names("p", pages),
    quiz:
      questions > 0
        ? {
            pass: 0.8,
            weight: 1,
            shuffle: true,
            attempts: null,
            questions: quiz,
            pools: [],
            asked: questions,
            total: questions,
            needed: Math.ceil(questions * 0.8),
          }
        : null,
  });
}

/** What the sections of a course register: what judges answers to it as `graded` makes them. */
export function contentOf({ questions }) {
  const content = { key: ["a"], records: [["", ["a"], "Which one?"]] };
  return { questions: Object.fromEntries(Object.keys(questions).map((id) => [id, content])) };
}

/** A judged answer to a single choice. */
export function graded(result, { option = result === "correct" ? "a" : "b", fraction } = {}) {
  const shares = { correct: 1, partly: 0.5, incorrect: 0 };
  return {
    response: [option],
    fraction: fraction ?? shares[result],
    result,
    latencySeconds: 7.25,
    records: [{ part: "", result, encoded: option, patterns: ["a"], description: "Which one?" }],
  };
}

/** Answers to all questions of a section's quiz: so many right, the others wrong. */
export function attempt(course, sectionId, right) {
  const { questions } = course.sections.find(({ id }) => id === sectionId).quiz;
  return Object.fromEntries(questions.map((id, at) => [id, graded(at < right ? "correct" : "incorrect")]));
}
