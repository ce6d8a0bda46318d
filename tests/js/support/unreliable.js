/** Learners whose network comes and goes, and who come back on the same device. */

import { settle } from "./clock.js";
import { makeCourse } from "./courses.js";
import { fakeLms } from "./lms.js";
import { FakeStorage, fakeWindow } from "./page.js";
import { launch } from "./player.js";

let launches = 0;

/**
 * Begin on a device. `network.down` makes the LMS store nothing and say so; `network.lies`: store nothing and say
 * that all is well, up to the values read back.
 * @returns {Promise<any>}
 */
export async function begin({
  course = makeCourse(),
  storage = new FakeStorage(),
  learner = "amy-7",
  channel = undefined,
  stored = {},
  ...more
} = {}) {
  const network = { down: false, lies: false };
  const element = course.runtime.elements.learner;
  launches += 1;
  const quirk = (call, _args, go) => {
    if (call === "commit" || call === "terminate") {
      if (network.down) return "false";
      if (network.lies) return "true";
    }
    return call === "lastError" && network.down ? "101" : go();
  };
  const lms = fakeLms(course.runtime, { ...stored, ...(learner ? { [element]: learner } : {}) }, quirk);
  const window = fakeWindow({ localStorage: storage, BroadcastChannel: channel });
  const good = window.answer;
  window.answer = () => (network.down ? Promise.reject(new TypeError("offline")) : good());
  const player = await launch({ course, lms, window, seed: (launches * 0.37) % 1, ...more });
  return Object.assign(player, { network, storage });
}

/**
 * Channels between the windows of a device.
 * @returns {any} what `BroadcastChannel` is there; `deafen` makes those that are open now hear nothing any more,
 *   `slowDown` all hear late
 */
export function channels() {
  let open = [];
  let delay = /** @type {{ milliseconds: number, clock: any } | null} */ (null);
  return class Channel {
    constructor(name) {
      this.name = name;
      open.push(this);
    }
    postMessage(data) {
      const sent = JSON.stringify(data);
      const others = open.filter((other) => other !== this && other.name === this.name);
      const deliver = () => {
        for (const other of others) other.onmessage?.({ data: JSON.parse(sent) });
      };
      if (delay) delay.clock.later(deliver, delay.milliseconds);
      else Promise.resolve().then(deliver);
    }
    close() {
      open = open.filter((other) => other !== this);
    }
    static deafen() {
      open = [];
    }
    /** As where a window is busy with a slow LMS before it answers. */
    static slowDown(milliseconds, clock) {
      delay = { milliseconds, clock };
      return { stop: () => (delay = null) };
    }
  };
}

/** The browser died; the same device opens the course again, over what the LMS kept unless told otherwise. */
export function comeBack(player, { stored = lastKept(player.lms), ...more } = {}) {
  return begin({ course: player.course, storage: player.storage, stored, ...more });
}

/** What an LMS hands out at the next launch. */
export function lastKept(lms) {
  return lms.relaunch().kept;
}

/**
 * Press a button of a notice that came with a script of its own, and let what it begins go on.
 * @returns {Promise<string[]>} the words of its buttons
 */
export async function press({ session }, notice, words) {
  const buttons = new Map();
  const node = (name) => {
    const made = { name, text: "", setAttribute: () => {}, append: () => {}, addEventListener: () => {} };
    made.append = (child) => {
      made.text += child.text ?? child;
    };
    made.addEventListener = (_event, run) => buttons.set(made.text, run);
    return made;
  };
  globalThis.document = { createElement: node, createElementNS: (_space, name) => node(name) };
  globalThis.window = { location: { hash: "" } };
  try {
    session.told[notice]({ t: (key) => key, replace: () => {} });
    buttons.get(words)?.();
    await settle();
  } finally {
    delete globalThis.document;
    delete globalThis.window;
  }
  return [...buttons.keys()];
}

/** @returns {[string, string][]} the copies of progress on a device, records that nobody could read included */
export function copiesOn(storage) {
  return Object.entries(storage).filter(([key]) => !key.endsWith(" window"));
}
