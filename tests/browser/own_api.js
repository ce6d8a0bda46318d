// An LMS in the content's own window, made before any of its scripts: keeps values and a record of every call.
((config) => {
  const record = { calls: [], held: { ...config.values }, alerts: 0, commit: config.commit, lies: false };
  const values = { ...config.values };
  const answers = {
    initialize: () => "true",
    get: (name) => values[name] ?? "",
    set: (name, value) => {
      values[name] = value;
      return "true";
    },
    commit: () => {
      if (record.commit === "true" && !record.lies) record.held = { ...values };
      return record.commit;
    },
    terminate: () => {
      if (record.commit === "true" && !record.lies) record.held = { ...values };
      return "true";
    },
    lastError: () => (record.commit === "true" ? "0" : "101"),
    errorString: () => "",
  };
  const api = {};
  for (const [role, name] of Object.entries(config.calls)) {
    api[name] = (...given) => {
      const answer = answers[role](...given.map(String));
      if (!/^(lastError|errorString)$/.test(role)) record.calls.push({ call: name, arguments: given, answer });
      return answer;
    };
  }
  for (const name of ["alert", "confirm", "prompt"]) {
    window[name] = () => {
      record.alerts += 1;
    };
  }
  window.record = record;
  if (config.api) window[config.api] = api;
})
