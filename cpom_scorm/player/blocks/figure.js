/** A picture in full size, offered for as long as it is shown smaller than it is. */

const WORTHWHILE = 1.2;

/** @param {HTMLElement} node */
export function startFigure(node) {
  const [picture, opener] = /** @type {HTMLElement[]} */ ([...node.children]);
  const dialog = /** @type {HTMLDialogElement} */ (opener.nextElementSibling);
  const width = Number(node.dataset.width);
  new ResizeObserver(([shown]) => {
    opener.hidden = shown.contentRect.width * WORTHWHILE > width;
  }).observe(picture);
  opener.addEventListener("click", () => {
    const copy = /** @type {Element} */ (picture.cloneNode(true));
    copy.setAttribute("width", String(width));
    dialog.lastElementChild?.replaceChildren(copy);
    dialog.showModal();
  });
  dialog.addEventListener("click", (event) => {
    if (!(/** @type {Element} */ (event.target).closest(".scroll"))) dialog.close();
  });
  dialog.addEventListener("close", () => opener.focus());
}
