/** A window of a content page, with the few things the core touches, and a server that answers the probe. */

/** @returns {any} */
export function fakeWindow({
  build = "0123456789abcdef",
  protocol = "https:",
  pathname = "/course/index.html",
  localStorage = undefined,
  BroadcastChannel = undefined,
  parent = null,
} = {}) {
  const heard = new Map();
  const listen = (name, run) => heard.set(name, [...(heard.get(name) ?? []), run]);
  const page = {
    document: { visibilityState: "visible", addEventListener: listen },
    addEventListener: listen,
    localStorage,
    BroadcastChannel,
    location: { protocol, pathname, reloads: 0, reload: () => (page.location.reloads += 1) },
    opener: null,
    closed: false,
    close: () => (page.closed = true),
    probes: 0,
    answer: () => ({ ok: true, text: async () => `${build}\n` }),
    async fetch() {
      page.probes += 1;
      return page.answer();
    },
    dispatch(name, event = {}) {
      for (const run of heard.get(name) ?? []) run(event);
    },
    events: () => [...heard.keys()],
    hide() {
      page.document.visibilityState = "hidden";
      page.dispatch("visibilitychange");
    },
    show() {
      page.document.visibilityState = "visible";
      page.dispatch("visibilitychange");
    },
  };
  page.parent = parent ?? page;
  page.top = parent?.top ?? page;
  return page;
}

/** Storage of a browser: what was kept are its own properties, as they are there. */
export class FakeStorage {
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key, value) {
    this[key] = String(value);
  }
  removeItem(key) {
    delete this[key];
  }
}
