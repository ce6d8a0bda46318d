// Session times added up, in either form: HHHH:MM:SS.cc or PT#H#M#S.

/** @param {string | undefined} total @param {string} session @returns {string} their sum in the form of `session` */
export function addedTime(total, session) {
  const seconds = secondsOf(total ?? "") + secondsOf(session);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = Math.round((seconds % 60) * 100) / 100;
  if (session.startsWith("P")) return `PT${hours}H${minutes}M${rest}S`;
  return `${String(hours).padStart(4, "0")}:${String(minutes).padStart(2, "0")}:${rest.toFixed(2).padStart(5, "0")}`;
}

/** @param {string} text */
function secondsOf(text) {
  const clock = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(text);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const period = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(text);
  if (!period) return 0;
  const [, days = "0", hours = "0", minutes = "0", rest = "0"] = period;
  return Number(days) * 86400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}
