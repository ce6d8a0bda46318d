/** Finds words in texts whatever their case and accents, and shows where. Knows nothing of pages on a screen. */

/**
 * @typedef {object} Entry
 * @property {string} href
 * @property {string} title
 * @property {string} place where in the course it is
 * @property {string} text
 */

/** @typedef {[text: string, isFound: boolean]} Piece */
/** @typedef {[start: number, end: number, word: string]} Range */

/** What is not typed: Latin accents, Hebrew points, Arabic vowel signs, the line that widens, signs of direction. */
const POINTS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u200e\u200f\u2066-\u2069]/gu;
/** Letters that are typed in other ways, and that decomposition leaves as they are. */
const TYPED = new Map([
  ["ß", "ss"],
  ["ı", "i"],
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ς", "σ"],
]);
const RUNS = /[\0-\x7f]+|[^\0-\x7f]+/gu;
/** More places than this on one page make no snippet better. */
const MOST_PLACES = 50;
/** Characters shown around what was found. */
const LENGTH = 180;
const BEFORE = 60;

/**
 * @param {string} text
 * @returns {string} the same for texts that differ in case, accents and ligatures only
 */
export function folded(text) {
  const plain = text.normalize("NFKD").replace(POINTS, "").toLowerCase();
  return plain.replace(/[ßıøłđæœς]/gu, (letter) => TYPED.get(letter) ?? letter);
}

/**
 * @param {string} typed
 * @returns {string[]} the words to look for, folded, each once
 */
export function wordsOf(typed) {
  return [...new Set(folded(typed).split(/\s+/u).filter(Boolean))];
}

/**
 * Prepares entries to be searched many times.
 * @param {Entry[]} entries
 * @returns {(words: string[]) => Entry[]} those that hold all words; those whose title does come first
 */
export function searchIn(entries) {
  const prepared = entries.map((entry) => ({
    entry,
    title: folded(entry.title),
    all: `${folded(entry.title)}\n${folded(entry.text)}`,
  }));
  return (words) => {
    if (words.length === 0) return [];
    const found = prepared.filter(({ all }) => words.every((word) => all.includes(word)));
    const isNamed = (/** @type {string} */ title) => words.every((word) => title.includes(word));
    const named = found.filter(({ title }) => isNamed(title));
    const other = found.filter(({ title }) => !isNamed(title));
    return [...named, ...other].map(({ entry }) => entry);
  };
}

/**
 * @param {string} text
 * @param {string[]} words folded
 * @returns {Piece[]} the whole text
 */
export function marked(text, words) {
  return cut(text, rangesOf(text, words), 0, text.length);
}

/**
 * @param {string} text
 * @param {string[]} words folded
 * @returns {Piece[]} the part that holds most of the words; its beginning, where the text holds none
 */
export function snippet(text, words) {
  const ranges = rangesOf(text, words);
  const worths = ranges.map(([start]) => variety(ranges, start));
  const [from] = ranges[worths.indexOf(Math.max(...worths))] ?? [0];
  const start = from <= BEFORE ? 0 : wordStart(text, from - BEFORE);
  const end = start + LENGTH >= text.length ? text.length : wordEnd(text, start + LENGTH);
  const pieces = cut(text, ranges, start, end);
  if (start > 0) pieces.unshift(["… ", false]);
  if (end < text.length) pieces.push([" …", false]);
  return pieces;
}

/**
 * How many different words a snippet would show from a place on.
 * @param {Range[]} ranges
 * @param {number} from
 */
function variety(ranges, from) {
  const near = ranges.filter(([start]) => start >= from && start < from + LENGTH - BEFORE);
  return new Set(near.map(([, , word]) => word)).size;
}

/**
 * Where in the text the words stand, in order and without overlaps.
 * @param {string} text
 * @param {string[]} words
 * @returns {Range[]}
 */
function rangesOf(text, words) {
  const { plain, places } = mapped(text);
  /** @type {Range[]} */
  const found = [];
  for (const word of words) {
    let left = MOST_PLACES;
    for (let at = plain.indexOf(word); at >= 0 && left > 0; at = plain.indexOf(word, at + word.length)) {
      found.push([places[at], places[at + word.length], word]);
      left -= 1;
    }
  }
  let last = 0;
  return found
    .sort(([a], [b]) => a - b)
    .filter(([start, end]) => {
      const isFree = start >= last && end > start;
      if (isFree) last = end;
      return isFree;
    });
}

/**
 * The folded text and, for each of its characters, where that stood.
 * @param {string} text
 */
function mapped(text) {
  let plain = "";
  let at = 0;
  /** @type {number[]} */
  const places = [];
  for (const [run] of text.matchAll(RUNS)) {
    // Letters of ASCII stay one each, and are nearly all there is in many languages.
    const isPlain = run < "\x80";
    for (const letter of isPlain ? [run] : run) {
      const one = folded(letter);
      for (let part = 0; part < one.length; part += 1) places.push(isPlain ? at + part : at);
      plain += one;
      at += letter.length;
    }
  }
  places.push(at);
  return { plain, places };
}

/**
 * @param {string} text
 * @param {Range[]} ranges
 * @param {number} start
 * @param {number} end
 * @returns {Piece[]}
 */
function cut(text, ranges, start, end) {
  /** @type {Piece[]} */
  const pieces = [];
  let at = start;
  for (const [from, to] of ranges) {
    if (from < at || to > end) continue;
    if (from > at) pieces.push([text.slice(at, from), false]);
    pieces.push([text.slice(from, to), true]);
    at = to;
  }
  if (at < end) pieces.push([text.slice(at, end), false]);
  return pieces;
}

/**
 * @param {string} text
 * @param {number} near
 */
function wordStart(text, near) {
  const space = text.slice(near, near + BEFORE / 2).search(/\s/u);
  return near + space + 1;
}

/**
 * @param {string} text
 * @param {number} near
 */
function wordEnd(text, near) {
  const space = text.slice(near).search(/\s/u);
  return space >= 0 && space < BEFORE / 2 ? near + space : near;
}
