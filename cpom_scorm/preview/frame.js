// The frame in which the course runs: where the learner is in it, and how a launch ends and begins.

const SETTLE_MS = 9000;

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
  await ready();
  // The page of the course appears with the session; only then is there something to scroll.
  if (where.top) requestAnimationFrame(() => frame.contentWindow?.scrollTo(0, where.top));
}

/** Wait until the course has found its LMS or has given up. @returns {Promise<void>} */
async function ready() {
  const end = Date.now() + SETTLE_MS;
  while (Date.now() < end && !frame.contentDocument?.documentElement.dataset.session) {
    await new Promise((later) => setTimeout(later, 50));
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
