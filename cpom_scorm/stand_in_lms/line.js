// How messages get from the API object in the page to the LMS's server.

/**
 * @typedef {import("./server.js").Values} Values
 * @typedef {{posts: string, beacon_limit: number | null, resends_all: boolean}} Sending
 * @typedef {{profile: Sending, server: import("./server.js").Server, isLeaving: () => boolean}} Ends
 */

/** What a field of a multipart message takes beside its name and value (lms-notes: about 150 bytes in all). */
const FIELD_BYTES = 110;

/** @param {Ends} ends */
export function createLine({ profile, server, isLeaving }) {
  const { beacon_limit: limit, resends_all: resendsAll } = profile;
  const launched = { ...server.held() };
  let last = launched;

  return {
    /**
     * Send everything that the API object holds.
     * @param {Values} values
     * @returns {boolean} whether the page may say true
     */
    send(values) {
      const bytes = size(values, resendsAll ? launched : last);
      const sent = !(limit !== null && isLeaving()) && server.receive(values);
      const accepted = sent || (limit !== null && bytes <= limit);
      if (accepted && !sent) server.receive(values, "beacon");
      if (accepted) last = { ...values };
      return accepted;
    },
    /**
     * Post one value: lost where the server is out of reach or the page goes away, and never sent again.
     * @param {string} name
     * @param {string} value
     */
    post(name, value) {
      if (!isLeaving()) server.receive({ ...server.held(), [name]: value });
    },
  };
}

/** @param {Values} values @param {Values} known @returns {number} bytes of a message with what differs */
function size(values, known) {
  const encoder = new TextEncoder();
  return Object.entries(values)
    .filter(([name, value]) => known[name] !== value)
    .reduce((sum, [name, value]) => sum + FIELD_BYTES + name.length + encoder.encode(value).length, 0);
}
