/** A score as a ring with a tick at the pass mark. */

import { drawing } from "./elements.js";

const MIDDLE = 100;
const TICK = [70, 97];

/**
 * @param {number} share 0..1
 * @param {number} mark 0..1
 * @param {boolean} passed
 * @param {string} big
 * @param {string} small
 */
export function ring(share, mark, passed, big, small) {
  const angle = (mark - 0.25) * 2 * Math.PI;
  const ends = TICK.map((far) => `${MIDDLE + far * Math.cos(angle)} ${MIDDLE + far * Math.sin(angle)}`);
  const circle = { cx: MIDDLE, cy: MIDDLE, r: 82, pathLength: 100, transform: "rotate(-90 100 100)" };
  const frame = { viewBox: "0 0 200 200", role: "img", "aria-label": `${big}, ${small}` };
  return drawing(
    "svg",
    { class: `ring ${passed ? "good" : "warn"}`, ...frame },
    drawing("circle", { ...circle, class: "track" }),
    share > 0 && drawing("circle", { ...circle, class: "val", "stroke-dasharray": `${share * 100} 100` }),
    drawing("path", { class: "cut", d: `M${ends.join("L")}` }),
    drawing("text", { class: "big", x: MIDDLE, y: 106 }, big),
    drawing("text", { class: "t-muted", x: MIDDLE, y: 130 }, small),
  );
}
