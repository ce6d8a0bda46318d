/** Puts off what takes its time until it is wanted. */

/**
 * @template {object} T
 * @param {() => T} make
 * @returns {() => T} makes it when first called, and gives the same from then on
 */
export function once(make) {
  /** @type {T | undefined} */
  let made;
  return () => {
    made ??= make();
    return made;
  };
}
