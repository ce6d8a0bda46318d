// The LMS side of a package that is played: one launch, with every call told to whoever plays it.

import { createApi } from "../stand_in_lms/api.js";
import { watchPresence } from "../stand_in_lms/presence.js";
import { createServer } from "../stand_in_lms/server.js";

/**
 * @typedef {{api: string, calls: Record<string, string>, table: import("../stand_in_lms/data_model.js").Table}} Form
 * @typedef {import("../stand_in_lms/api.js").Profile & import("../stand_in_lms/server.js").Keeping} Profile
 * @typedef {Form & {profile: Profile, values: Record<string, string>, others: Form[], address: string}} Launch
 * @typedef {Record<string, unknown>} Told
 * @typedef {Record<string, (...values: unknown[]) => unknown>} Api
 */

const page =
  /** @type {Window & {tellPlay: (told: Told) => void, closeContent: () => Told} & Record<string, any>} */ (
    /** @type {unknown} */ (window)
  );
const MOST_CALLS = 5000;
let callCount = 0;

const frame = document.createElement("iframe");
frame.title = "content";
frame.allow = "autoplay; fullscreen";

/** Tell of a call; content that calls without end is told of once. @param {Told} told */
function tell(told) {
  callCount += 1;
  if (callCount <= MOST_CALLS) page.tellPlay({ ...told, at: performance.now() / 1000 });
  else if (callCount === MOST_CALLS + 1) page.tellPlay({ flood: MOST_CALLS });
}

/** @param {unknown} value */
function asText(value) {
  return typeof value === "string" ? value : String(value);
}

/**
 * @param {Form} form
 * @param {import("../stand_in_lms/server.js").Server} server
 * @param {Profile} profile
 */
function offer({ api: name, calls, table }, server, profile) {
  let code = 0;
  const api = /** @type {Api} */ (
    createApi({
      calls,
      table,
      profile,
      server,
      isLeaving: watchPresence(frame),
      onCall: (call) => (code = call.code),
    })
  );
  const silent = [calls.lastError, calls.errorString, calls.errorString.replace("ErrorString", "Diagnostic")];
  api[silent[2]] ??= () => "";
  for (const [call, original] of Object.entries(api)) {
    const wanted = call === calls.set ? 2 : 1;
    api[call] = (...values) => {
      const answer = original(...values);
      const odd =
        call !== calls.lastError &&
        (values.length < wanted || values.some((value) => typeof value !== "string"));
      const told = { call, arguments: values.map(asText), answer: asText(answer), odd, api: name };
      tell({ ...told, code: silent.includes(call) ? 0 : code });
      return answer;
    };
  }
  if (name.includes("_")) Object.assign(api, { version: "1.0" });
  page[name] = api;
}

/** @type {Launch} */
const launch = await (await fetch("launch.json", { cache: "no-store" })).json();
let held = launch.values;
const server = createServer({
  profile: launch.profile,
  values: launch.values,
  store: (values) => {
    held = values;
    page.tellPlay({ kept: values });
    return true;
  },
});
offer(launch, server, launch.profile);
const nobody = createServer({ profile: launch.profile, values: {}, store: () => true });
for (const other of launch.others) offer(other, nobody, launch.profile);

/** Take the content away, as an LMS does when the learner leaves. */
page.closeContent = () => {
  frame.remove();
  server.settle();
  return held;
};

document.body.append(frame);
frame.src = launch.address;
