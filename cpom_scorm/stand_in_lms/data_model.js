// The strict data model: what is kept, what is refused and with which code. Knows no edition, only its table.

/**
 * @typedef {{access: string, pattern: string, limit: number | null, low: number | null, high: number | null,
 *   default: string | null, by_type: string, fixed: boolean}} Element
 * @typedef {Record<string, number> & {before: Record<string, number>, after: Record<string, number>}} Codes
 * @typedef {{elements: Record<string, Element>, codes: Codes, responses: Record<string, string>,
 *   patterns: Record<string, string>, kept: string[], entry: string, exit: string, session_time: string,
 *   total_time: string, requires_type_first: boolean}} Table
 * @typedef {{value: string, code: number}} Answer
 */

const COLLECTIONS = [
  /^cmi\.(objectives|interactions)\.(\d+)(?=\.|$)/,
  /\.(objectives|correct_responses)\.(\d+)(?=\.|$)/,
];

/** Values of one attempt, read and written by the table's rules. */
export class DataModel {
  /**
   * @param {Table} table
   * @param {Record<string, string>} values
   */
  constructor(table, values) {
    this.table = table;
    this.values = { ...values };
  }

  /** @param {string} name @returns {Answer} */
  get(name) {
    const count = this.#collectionOf(name);
    if (count !== null) return { value: String(count), code: 0 };
    const element = this.table.elements[generic(name)];
    if (!element) return refusal(this.table.codes.unknown_element);
    if (element.access === "w") return refusal(this.table.codes.write_only);
    if (this.#indexIsBeyond(name, 0)) return refusal(this.table.codes.wrong_index);
    const value = this.values[name] ?? element.default;
    return value === null ? refusal(this.table.codes.not_set) : { value, code: 0 };
  }

  /** @param {string} name @param {string} value @returns {number} 0 when kept, else the error code */
  set(name, value) {
    const { codes, elements } = this.table;
    const element = elements[generic(name)];
    if (!element) return codes.unknown_element;
    if (element.access === "r") return codes.read_only;
    if (this.#indexIsBeyond(name, 1)) return codes.wrong_index;
    const missing = this.#missingDependency(name, element);
    if (missing) return missing;
    const fault = this.#fault(name, element, value);
    if (fault) return fault;
    if (element.fixed && this.values[name] !== undefined && this.values[name] !== value)
      return codes.identity;
    this.values[name] = value;
    return 0;
  }

  /** @param {string} name @param {Element} element @param {string} value */
  #fault(name, element, value) {
    const { codes } = this.table;
    if (element.limit !== null && value.length > element.limit) return codes.wrong_type;
    if (!new RegExp(this.#patternOf(name, element)).test(value)) return codes.wrong_type;
    if (value === "" || (element.low === null && element.high === null)) return 0;
    const number = Number(value);
    const low = element.low ?? Number.NEGATIVE_INFINITY;
    const high = element.high ?? Number.POSITIVE_INFINITY;
    return number < low || number > high ? codes.out_of_range : 0;
  }

  /** @param {string} name @param {Element} element */
  #patternOf(name, element) {
    if (!element.by_type) return element.pattern;
    const type = this.values[`${entryOf(name)}.type`];
    const forms = element.by_type === "response" ? this.table.responses : this.table.patterns;
    return forms[type] ?? element.pattern;
  }

  /** @param {string} name @param {Element} element */
  #missingDependency(name, element) {
    const entry = entryOf(name);
    if (!entry || name === `${entry}.id` || !this.table.requires_type_first) return 0;
    if (this.values[`${entry}.id`] === undefined) return this.table.codes.dependency;
    const needsType = element.by_type && this.values[`${entry}.type`] === undefined;
    return needsType ? this.table.codes.dependency : 0;
  }

  /** @param {string} name @returns {number | null} */
  #collectionOf(name) {
    if (!name.endsWith("._count") || !this.table.elements[generic(name)]) return null;
    return this.#count(name.slice(0, -"._count".length));
  }

  /** @param {string} collection */
  #count(collection) {
    const start = `${collection}.`;
    const indexes = Object.keys(this.values)
      .filter((name) => name.startsWith(start))
      .map((name) => Number.parseInt(name.slice(start.length), 10));
    return indexes.length ? Math.max(...indexes) + 1 : 0;
  }

  /** @param {string} name @param {number} room how many entries may be added @returns {boolean} */
  #indexIsBeyond(name, room) {
    for (const collection of COLLECTIONS) {
      const found = collection.exec(name);
      if (found) {
        const path = name.slice(0, found.index + found[0].length - found[2].length - 1);
        if (Number(found[2]) >= this.#count(path) + room) return true;
      }
    }
    return false;
  }
}

/** @param {number} code @returns {Answer} */
function refusal(code) {
  return { value: "", code };
}

/** @param {string} name */
function generic(name) {
  const letters = ["n", "m"];
  return name.replace(/\.\d+(?=\.|$)/g, () => `.${letters.shift() ?? "?"}`);
}

/** @param {string} name the entry of a collection that an element belongs to, or "" */
function entryOf(name) {
  return /^cmi\.interactions\.\d+/.exec(name)?.[0] ?? /^cmi\.objectives\.\d+/.exec(name)?.[0] ?? "";
}
