/** The page's own events, as the few that matter to a session. `unload` is never used (RUN-22). */

/**
 * @param {Window} window
 * @param {object} events
 * @param {() => void} events.hidden
 * @param {() => void} events.shown
 * @param {(mayReturn: boolean) => void} events.leaving the page goes away, perhaps into the back/forward cache
 * @param {() => void} events.returned it came back from there
 * @param {() => void} events.marked another window may have taken the turn
 * @param {() => void} events.online
 * @param {() => void} events.active the learner did something
 */
export function watchPage(window, { hidden, shown, leaving, returned, marked, online, active }) {
  window.document.addEventListener("visibilitychange", () => (isVisible(window) ? shown() : hidden()));
  window.addEventListener("pagehide", (event) => leaving(event.persisted));
  window.addEventListener("pageshow", (event) => event.persisted && returned());
  for (const name of ["storage", "pageshow"]) window.addEventListener(name, marked);
  window.addEventListener("online", online);
  for (const name of ["pointerdown", "keydown", "wheel", "touchmove"]) {
    window.addEventListener(name, active, { passive: true, capture: true });
  }
}

/** @param {Window} window */
export function isVisible(window) {
  return window.document.visibilityState !== "hidden";
}

/**
 * Close the window if it was opened for the course alone; an LMS's frame is left to the LMS (RUN-18).
 * @param {Window} window
 * @returns {"closed" | "stay"}
 */
export function closeWindow(window) {
  try {
    if (window.opener && window.top === window) window.close();
    return window.closed ? "closed" : "stay";
  } catch {
    return "stay";
  }
}
