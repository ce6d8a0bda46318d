// The frame in which the course runs: where the learner is in it, and how a launch ends and begins.

const PATIENCE_MS = 3000;

/** @typedef {{hash: string, top: number}} Place */

const frame = /** @type {HTMLIFrameElement} */ (document.getElementById("content"));

/** Tell where the learner is; at the start where a link led out of the course. @returns {Place} */
export function place() {
  try {
    const { location, scrollY } = /** @type {Window} */ (frame.contentWindow);
    return { hash: location.hash, top: scrollY };
  } catch {
    return { hash: "", top: 0 };
  }
}

/** Load a page into the frame. @param {string} address @returns {Promise<void>} once it has loaded */
function load(address) {
  return new Promise((loaded) => {
    frame.addEventListener("load", () => loaded(), { once: true });
    frame.src = address;
  });
}

/** Let the course finish its session: its last words have reached the LMS when this resolves. */
export function close() {
  return load("about:blank");
}

/** Launch the course. @param {string} address @param {Place} where */
export async function launch(address, where) {
  await load(`${address}?launch=${Date.now()}${where.hash}`);
  if (where.top) void scrollTo(/** @type {Window} */ (frame.contentWindow), where.top);
}

/**
 * The view appears some time after the page: scroll as soon as there is enough of it, unless somebody was
 * quicker or has left.
 * @param {Window} inside
 * @param {number} top
 */
async function scrollTo(inside, top) {
  const end = Date.now() + PATIENCE_MS;
  try {
    while (Date.now() < end && inside.document.documentElement.scrollHeight - inside.innerHeight < top) {
      await new Promise((later) => setTimeout(later, 30));
    }
    if (inside.scrollY === 0) inside.scrollTo(0, top);
  } catch {
    // A link led out of the course: there is nothing of ours to scroll.
  }
}

/** Tell of every move inside the course. @param {(hash: string) => void} moved */
export function onMove(moved) {
  frame.addEventListener("load", () => {
    const inside = /** @type {Window} */ (frame.contentWindow);
    if (inside.location.href === "about:blank") return;
    moved(inside.location.hash);
    inside.addEventListener("hashchange", () => moved(inside.location.hash));
  });
}
