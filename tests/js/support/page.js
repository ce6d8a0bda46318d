/** A window of a content page, with the few things the core touches, and a server that answers the probe. */

/** @returns {any} */
export function fakeWindow({ build = "0123456789abcdef", protocol = "https:", parent = null } = {}) {
  const heard = new Map();
  const listen = (name, run) => heard.set(name, [...(heard.get(name) ?? []), run]);
  const page = {
    document: { visibilityState: "visible", addEventListener: listen },
    addEventListener: listen,
    location: { protocol, reloads: 0, reload: () => (page.location.reloads += 1) },
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
