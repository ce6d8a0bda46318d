// Whether the content is hidden or about to go away: some LMSs then answer otherwise.

/** @param {HTMLIFrameElement} frame @returns {() => boolean} */
export function watchPresence(frame) {
  let isGoing = false;
  frame.addEventListener("load", () => {
    isGoing = false;
    // Before the content's own listeners, which will call the LMS.
    inside(frame)?.addEventListener("pagehide", () => (isGoing = true), { capture: true });
  });
  return () => isGoing || inside(frame)?.document.visibilityState === "hidden";
}

/** @param {HTMLIFrameElement} frame @returns {Window | null} null when a link has led to another site */
function inside(frame) {
  try {
    return frame.contentWindow?.document ? frame.contentWindow : null;
  } catch {
    return null;
  }
}
