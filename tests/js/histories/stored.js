/** What must hold of an LMS's store whenever something is written to it. */

/**
 * @param {any} course course data
 * @param {object} store
 * @param {Record<string, string>} store.values
 * @param {Record<string, string>} store.before
 * @param {string} store.refused why the record cannot be read
 * @param {number} store.seconds most that learners can have spent in all sessions
 * @param {number} store.session the same of the open one
 * @param {boolean} store.isOne only one window at a time was ever open: what one LMS added up is not in another's copy
 * @param {boolean} store.patchy it lost interactions, or the record that knows their places, and said it had them
 * @returns {string[]} what is wrong, as sentences
 */
export function storeFaults(course, { values, before, refused, seconds, session, isOne, patchy }) {
  const { runtime, limits, scoring } = course;
  const record = values[runtime.elements.suspend_data] ?? "";
  const raw = runtime.elements["score.raw"];
  const scores = Object.keys(before).filter(
    (name) => name === raw || /objectives\.\d+\.score\.raw$/.test(name),
  );
  const fallen = scoring.counted === "best" ? scores : [];
  return [
    ...(refused ? [`the record in the store is ${refused}: ${record}`] : []),
    ...(new TextEncoder().encode(record).length > limits.suspend_data
      ? [`the record is ${record.length} long`]
      : []),
    ...fallen
      .filter((name) => Number(values[name] ?? -1) < Number(before[name]))
      .map((name) => `the LMS's ${name} fell from ${before[name]} to ${values[name]}`),
    ...statusFaults(runtime, values, before),
    ...(patchy ? [] : ["interactions", "objectives"]).flatMap((name) => indexFaults(name, values, before)),
    ...timeFaults(runtime, values, isOne ? before : {}, seconds, session),
  ];
}

function statusFaults({ status, objective_statuses }, values, before) {
  const rank = (ranks, value) => ranks[value?.toLowerCase()] ?? 0;
  const fallen = (element, ranks) => rank(ranks, values[element]) < rank(ranks, before[element]);
  const objectives = (element) =>
    Object.keys(before).filter((name) => name.replace(/\.\d+\./, ".{n}.") === element);
  const elements = [
    ...status.map(({ element, ranks }) => [element, ranks]),
    ...objective_statuses.flatMap(({ element, ranks }) => objectives(element).map((name) => [name, ranks])),
  ];
  return elements
    .filter(([element, ranks]) => fallen(element, ranks))
    .map(([element]) => `${element} fell from ${before[element]} to ${values[element]}`);
}

/** @returns {Map<number, string>} the id at each index of a collection */
export function idsOf(collection, values) {
  const form = new RegExp(`^cmi\\.${collection}\\.(\\d+)\\.id$`);
  const found = Object.keys(values).flatMap((name) => {
    const [, index] = form.exec(name) ?? [];
    return index === undefined ? [] : [/** @type {[number, string]} */ ([Number(index), values[name]])];
  });
  return new Map(found);
}

function indexFaults(collection, values, before) {
  const ids = idsOf(collection, values);
  const indexes = [...ids.keys()].sort((one, other) => one - other);
  const earlier = idsOf(collection, before);
  return [
    ...indexes.filter((index, at) => index !== at).map((index) => `${collection} have a gap before ${index}`),
    ...(new Set(ids.values()).size < ids.size
      ? [`${collection} have an id twice: ${[...ids.values()]}`]
      : []),
    ...[...earlier]
      .filter(([index, id]) => ids.get(index) !== id)
      .map(([index, id]) => `${collection}.${index} was ${id} and is ${ids.get(index)}`),
  ];
}

/** @param {string} text HHHH:MM:SS.cc or PT#H#M#S @returns {number} seconds; NaN for anything else */
export function secondsOf(text) {
  const [, hours, minutes, seconds] =
    /^(?:PT)?(\d+)[:H](\d+)[:M](\d+(?:\.\d+)?)S?$/.exec(text) ?? /** @type {string[]} */ ([]);
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

function timeFaults({ elements }, values, before, seconds, session) {
  const spent = values[elements.session_time];
  const name = Object.keys(values).find((one) => one.endsWith("total_time")) ?? "";
  const total = values[name] === undefined ? 0 : secondsOf(values[name]);
  const least = before[name] === undefined ? 0 : secondsOf(before[name]);
  const isPlausible = (time, most) => time >= 0 && time <= most;
  return [
    ...(spent !== undefined && !isPlausible(secondsOf(spent), session)
      ? [`session time ${spent} of ${session} s`]
      : []),
    ...(isPlausible(total, seconds) ? [] : [`total time ${values[name]} of ${seconds} s`]),
    ...(total < least ? [`total time fell from ${before[name]} to ${values[name]}`] : []),
  ];
}
