/** If these break, courses run untracked in LMSs that are perfectly able to track them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { findApi, waitForApi } from "../../cpom_scorm/player/transport/find_api.js";
import { fakeClock, settle } from "./support/clock.js";
import { makeCourse, NEWEST, OLDEST } from "./support/courses.js";

const NEW = makeCourse({ edition: NEWEST }).runtime;
const OLD = makeCourse({ edition: OLDEST }).runtime;
const apiFor = (runtime) =>
  Object.fromEntries(Object.values(runtime.calls).map((call) => [call, () => "true"]));
const API = apiFor(NEW);

/** A window whose parent is the given one, or itself at the top. */
function windowIn(parent = null, extra = {}) {
  const page = { opener: null, ...extra };
  page.parent = parent ?? page;
  page.top = parent?.top ?? page;
  return page;
}

/** A window of another origin shows its relatives and throws at everything else. */
function foreign(parent = null) {
  const page = windowIn(parent);
  for (const name of ["document", NEW.api]) {
    Object.defineProperty(page, name, {
      get() {
        throw new Error("Blocked a frame from accessing a cross-origin frame.");
      },
    });
  }
  return page;
}

const LMS = { [NEW.api]: API };
for (const [place, page] of [
  ["the page itself", windowIn(null, LMS)],
  ["the parent", windowIn(windowIn(null, LMS))],
  [
    "a parent nine frames up",
    Array.from({ length: 9 }).reduce((parent) => windowIn(parent), windowIn(null, LMS)),
  ],
  ["the opener", windowIn(null, { opener: windowIn(null, LMS) })],
  ["the opener's parent", windowIn(null, { opener: windowIn(windowIn(null, LMS)) })],
  ["the opener of the top window", windowIn(windowIn(null, { opener: windowIn(null, LMS) }))],
  ["the opener's document", windowIn(null, { opener: windowIn(null, { document: LMS }) })],
  ["the parent of a window of another origin", windowIn(foreign(windowIn(null, LMS)))],
]) {
  test(`the API is found in ${place} (RUN-01, RUN-02)`, () => assert.equal(API, findApi(page, NEW)));
}

test("a page whose parents are all of another origin gets no API and no exception (RUN-02)", () => {
  assert.equal(null, findApi(windowIn(foreign()), NEW));
});

test("only the API of the built edition is taken, though an LMS offers both (RUN-01)", () => {
  const old = apiFor(OLD);
  const page = windowIn(windowIn(null, { ...LMS, [OLD.api]: old }));
  assert.equal(old, findApi(page, OLD));
  assert.equal(API, findApi(page, NEW));
});

test("an object that lacks one of the calls is passed over for a complete one further up", () => {
  const half = { ...API, [NEW.calls.commit]: undefined };
  const page = windowIn(windowIn(windowIn(null, LMS), { [NEW.api]: half }));
  assert.equal(API, findApi(page, NEW));
});

test("an LMS that cannot be told the end of a session is used all the same", () => {
  const endless = { ...API, [NEW.calls.terminate]: undefined };
  assert.equal(endless, findApi(windowIn(windowIn(null, { [NEW.api]: endless })), NEW));
});

test("windows that name each other as parents do not hold the page up", () => {
  const one = windowIn();
  one.parent = windowIn(one);
  assert.equal(null, findApi(windowIn(one), NEW));
});

test("an API that appears after three seconds is found, and one that never appears is given up after eight (RUN-03)", async () => {
  const clock = fakeClock();
  const page = windowIn();
  const found = [];
  waitForApi(page, NEW, clock).then(({ api }) => found.push(api));
  await clock.advance(2900);
  page[NEW.api] = API;
  await clock.advance(200);
  assert.deepEqual([API], found);

  waitForApi(windowIn(), NEW, clock).then(({ api }) => found.push(api));
  await clock.advance(7900);
  assert.equal(1, found.length);
  await clock.advance(200);
  await settle();
  assert.deepEqual([API, null], found);
});

test("an API that looks like a promise to everybody is found all the same (RUN-01)", async () => {
  const greedy = new Proxy(API, { get: (api, name) => api[name] ?? (() => "") });
  const { api } = await waitForApi(Object.assign(windowIn(), { [NEW.api]: greedy }), NEW, fakeClock());
  assert.equal(greedy, api);
});
