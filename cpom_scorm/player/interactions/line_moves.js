/**
 * Ways to move a line of a list: buttons in it, and a grip to drag it by. The lines beside it give way while
 * it stays where it is in the document, so that neither the focus nor the pointer is lost.
 */

/**
 * @param {HTMLElement} list
 * @param {(line: HTMLElement) => void} moved runs after each move
 */
export function listenForMoves(list, moved) {
  list.addEventListener("click", ({ target }) => {
    const button = around(target, "button");
    const line = around(target, "li");
    if (!button || !line) return;
    step(line, button.dataset.move === "up");
    moved(line);
    // At an end of the list only the other button works.
    for (const other of line.querySelectorAll("button")) if (button.matches(":disabled")) other.focus();
  });
  list.addEventListener("pointerdown", ({ target, pointerId, button }) => {
    const grip = around(target, ".grip");
    const line = around(target, "li");
    if (!grip || !line || button !== 0 || list.closest("[data-done]")) return;
    const before = line.previousElementSibling;
    grip.setPointerCapture(pointerId);
    line.classList.add("held");
    grip.onpointermove = ({ clientY }) => {
      while (clientY < middle(line.previousElementSibling, -1)) step(line, true);
      while (clientY > middle(line.nextElementSibling, 1)) step(line, false);
    };
    grip.onlostpointercapture = () => {
      grip.onpointermove = null;
      line.classList.remove("held");
      if (line.previousElementSibling !== before) moved(line);
    };
  });
}

/**
 * @param {EventTarget | null} target
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
function around(target, selector) {
  return target instanceof Element ? target.closest(selector) : null;
}

/**
 * @param {Element} line
 * @param {boolean} up else down
 */
function step(line, up) {
  if (up && line.previousElementSibling) line.after(line.previousElementSibling);
  else if (!up && line.nextElementSibling) line.before(line.nextElementSibling);
}

/**
 * @param {Element | null} line
 * @param {number} way
 * @returns {number} beyond every pointer where there is no line
 */
function middle(line, way) {
  const box = line?.getBoundingClientRect();
  return box ? box.top + box.height / 2 : way * Number.POSITIVE_INFINITY;
}
