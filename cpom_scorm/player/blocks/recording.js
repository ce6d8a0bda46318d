/** Films and sounds of which a share must be played: what was jumped over does not count. */

/** @import { StartBlock } from "./kinds.js" */

/** Players by id: a learner who comes back goes on where they were. @type {Map<string, HTMLMediaElement>} */
const players = new Map();

/** @type {StartBlock} */
export function startRecording(node, { session, t }) {
  const id = node.dataset.kept ?? "";
  const own = /** @type {HTMLMediaElement} */ (node.querySelector("video, audio"));
  const player = players.get(id) ?? own;
  const [status, left] = node.querySelectorAll("figcaption > p");
  own.replaceWith(player);
  players.set(id, player);
  const isDone = () => session.state().answers[id]?.response === true;
  const tell = () => {
    const share = played(player) / (player.duration || 1);
    // Nobody is held up by what does not play here: its transcript says the same.
    if (!isDone() && (player.error || share * 100 >= Number(node.dataset.percent))) session.revise(id, true);
    if (isDone()) status.textContent = t(player.error ? "block.unplayable" : "block.played");
    left.textContent = isDone() ? "" : t("block.played_so_far", { share: t.percent(share) });
  };
  player.ontimeupdate = tell;
  player.onended = tell;
  player.onerror = tell;
  tell();
}

/** @param {HTMLMediaElement} player */
function played({ played: ranges }) {
  let seconds = 0;
  for (let at = 0; at < ranges.length; at += 1) seconds += ranges.end(at) - ranges.start(at);
  return seconds;
}
