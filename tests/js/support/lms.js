/** A strict LMS in memory: it refuses what a strict LMS would, and remembers every call. */

const REAL = /^-?\d{1,5}(\.\d{1,7})?$/;
const FRACTION = /^(0(\.\d{1,7})?|1)$/;
const PERCENT = /^(100|\d{1,2}(\.\d{1,2})?)$/;
const ID = /^[!-~]{1,255}$/;
const anything = /^[^\n]*$/;

/** The rules of SCORM 1.2 and of 2004, as element pattern to value pattern; `n` is an index. */
const RULES = {
  API: {
    "cmi.core.lesson_location": /^.{0,255}$/,
    "cmi.core.lesson_status": /^(passed|completed|failed|incomplete|browsed)$/,
    "cmi.core.exit": /^(time-out|suspend|logout|)$/,
    "cmi.core.session_time": /^\d{4}:\d\d:\d\d\.\d\d$/,
    "cmi.core.score.(raw|min|max)": PERCENT,
    "cmi.suspend_data": /^[\w-]{0,4096}$/,
    "cmi.objectives.n.id": ID,
    "cmi.objectives.n.score.(raw|min|max)": PERCENT,
    "cmi.objectives.n.status": /^(passed|completed|failed|incomplete|browsed)$/,
    "cmi.interactions.n.id": ID,
    "cmi.interactions.n.objectives.0.id": ID,
    "cmi.interactions.n.time": /^\d\d:\d\d:\d\d$/,
    "cmi.interactions.n.type": /^(true-false|choice|matching|numeric)$/,
    "cmi.interactions.n.correct_responses.0.pattern": /^.{0,255}$/,
    "cmi.interactions.n.weighting": REAL,
    "cmi.interactions.n.student_response": /^.{0,255}$/,
    "cmi.interactions.n.result": /^(correct|wrong|neutral|\d+(\.\d+)?)$/,
    "cmi.interactions.n.latency": /^\d{4}:\d\d:\d\d\.\d\d$/,
  },
  API_1484_11: {
    "cmi.location": /^.{0,1000}$/,
    "cmi.completion_status": /^(completed|incomplete)$/,
    "cmi.success_status": /^(passed|failed|unknown)$/,
    "cmi.exit": /^suspend$/,
    "cmi.session_time": /^PT\d+H\d+M\d+(\.\d\d)?S$/,
    "cmi.score.(raw|min|max)": REAL,
    "cmi.score.scaled": FRACTION,
    "cmi.progress_measure": FRACTION,
    "cmi.suspend_data": /^[\w-]{0,32000}$/,
    "adl.nav.request": /^suspendAll$/,
    "cmi.objectives.n.id": ID,
    "cmi.objectives.n.description": /^.{0,250}$/,
    "cmi.objectives.n.score.(raw|min|max)": REAL,
    "cmi.objectives.n.score.scaled": FRACTION,
    "cmi.objectives.n.(completion_status)": /^(completed|incomplete)$/,
    "cmi.objectives.n.(success_status)": /^(passed|failed)$/,
    "cmi.interactions.n.id": ID,
    "cmi.interactions.n.type": /^(true-false|choice|matching|numeric)$/,
    "cmi.interactions.n.objectives.0.id": ID,
    "cmi.interactions.n.timestamp": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
    "cmi.interactions.n.correct_responses.0.pattern": anything,
    "cmi.interactions.n.weighting": REAL,
    "cmi.interactions.n.learner_response": anything,
    "cmi.interactions.n.result": /^(correct|incorrect|neutral|0\.\d{1,7})$/,
    "cmi.interactions.n.latency": /^PT\d+H\d+M\d+(\.\d\d)?S$/,
    "cmi.interactions.n.description": /^.{0,250}$/,
  },
};
const WRITE_ONLY = /^cmi\.(interactions\.\d|core\.(exit|session_time)|exit|session_time)/;

/**
 * @param {any} runtime a RuntimeForm
 * @param {Record<string, string>} stored what it holds at launch
 * @param {(call: string, args: string[], go: () => unknown) => unknown} quirk may answer instead of the LMS
 * @returns {any}
 */
export function fakeLms(runtime, stored = {}, quirk = (_call, _args, go) => go()) {
  const rules = Object.entries(RULES[runtime.api]).map(([element, value]) => ({
    element: new RegExp(`^${element.replaceAll(".", "\\.").replace("\\.n\\.", "\\.\\d+\\.")}$`),
    value,
  }));
  const lms = {
    values: { ...stored },
    kept: { ...stored },
    calls: [],
    errors: [],
    state: "new",
    code: 0,
    api: {},
  };
  const count = (list) =>
    new Set(
      Object.keys(lms.values)
        .filter((name) => name.startsWith(`cmi.${list}.`))
        .map((name) => name.split(".")[2]),
    ).size;
  const refuse = (code, why) => {
    lms.code = code;
    lms.errors.push(why);
    return "false";
  };
  const acts = {
    initialize: () => {
      if (lms.state !== "new") return refuse(103, "initialized twice");
      lms.state = "running";
      return "true";
    },
    terminate: () => {
      if (lms.state !== "running") return refuse(112, "terminated when not running");
      lms.kept = { ...lms.values };
      lms.state = "over";
      return "true";
    },
    commit: () => {
      if (lms.state !== "running") return refuse(143, "commit when not running");
      lms.kept = { ...lms.values };
      return "true";
    },
    get: (element) => {
      if (lms.state !== "running") return refuse(123, `get ${element} when not running`) && "";
      const counted = /^cmi\.(objectives|interactions)\._count$/.exec(element);
      if (counted) return String(count(counted[1]));
      if (WRITE_ONLY.test(element) && runtime.api === "API")
        return refuse(404, `${element} is write-only`) && "";
      if (element in lms.values) return lms.values[element];
      lms.code = runtime.codes.valueNotInitialized ?? 0;
      return "";
    },
    set: (element, value) => {
      if (lms.state !== "running") return refuse(133, `set ${element} when not running`);
      const rule = rules.find((candidate) => candidate.element.test(element));
      if (!rule) return refuse(401, `${element} does not exist`);
      if (typeof value !== "string" || !rule.value.test(value)) return refuse(406, `${element} = ${value}`);
      const [, list, index, member] = element.split(".");
      if (list === "interactions" || list === "objectives") {
        const known = `cmi.${list}.${index}.id` in lms.values;
        if (!known && (member !== "id" || Number(index) !== count(list)))
          return refuse(351, `${element} has a gap`);
        const needsType = /response|pattern/.test(element);
        if (needsType && !lms.values[`cmi.${list}.${index}.type`])
          return refuse(408, `${element} before type`);
      }
      lms.values[element] = value;
      return "true";
    },
    lastError: () => String(lms.code),
    errorString: () => "",
  };
  for (const [ours, theirs] of Object.entries(runtime.calls)) {
    lms.api[theirs] = (...args) => {
      lms.calls.push([ours, ...args]);
      return quirk(ours, args, () => {
        if (ours !== "lastError" && ours !== "errorString") lms.code = 0;
        return acts[ours](...args);
      });
    };
  }
  /** What was written, in order, or only what matches. */
  lms.sets = (pattern = /./) => lms.calls.filter(([call, name]) => call === "set" && pattern.test(name));
  lms.count = (call) => lms.calls.filter(([name]) => name === call).length;
  /** The same learner comes back later: a new session over what was kept. */
  lms.relaunch = (again = quirk) => fakeLms(runtime, withoutSession(lms.kept), again);
  return lms;
}

function withoutSession(values) {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/exit|session_time|nav/.test(name)));
}
