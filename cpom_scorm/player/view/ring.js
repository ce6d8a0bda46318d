/** A score as a ring with a tick at the pass mark. */

import { drawing } from "./elements.js";

const RADIUS = 82;
const TICK = [70, 97];

/**
 * @param {object} score
 * @param {number} score.share 0..1
 * @param {number} score.mark 0..1
 * @param {boolean} score.passed
 * @param {string} score.big
 * @param {string} score.small
 */
export function ring({ share, mark, passed, big, small }) {
  const angle = (mark - 0.25) * 2 * Math.PI;
  const ends = TICK.map((far) =>
    [Math.cos(angle), Math.sin(angle)].map((way) => (100 + far * way).toFixed(1)).join(" "),
  );
  const circle = { cx: 100, cy: 100, r: RADIUS };
  const value = {
    pathLength: 100,
    "stroke-dasharray": `${share * 100} 100`,
    transform: "rotate(-90 100 100)",
  };
  return drawing(
    "svg",
    {
      class: passed ? "ring good" : "ring warn",
      viewBox: "0 0 200 200",
      role: "img",
      "aria-label": `${big}, ${small}`,
    },
    drawing("circle", { ...circle, class: "track" }),
    share > 0 && drawing("circle", { ...circle, ...value, class: "val" }),
    drawing("path", { class: "cut", d: `M${ends.join("L")}` }),
    drawing("text", { class: "big", x: 100, y: 106 }, big),
    drawing("text", { class: "t-muted", x: 100, y: 130 }, small),
  );
}
