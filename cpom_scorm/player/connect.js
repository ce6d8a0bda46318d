/** From an API object to a running LMS session, or to the reason why there is none. */

/** @import { RuntimeForm, Transport } from "./types.js" */

/**
 * Initialize, once (RUN-05).
 * @param {RuntimeForm} runtime
 * @param {Transport} transport
 * @returns {"running" | "no-lms" | "reopen"}
 */
export function connected(runtime, transport) {
  const { ok, code } = transport.initialize();
  if (ok) return "running";
  if (code !== 0 && code === runtime.codes.terminated) return "reopen";
  // Editions without a code of their own for "already running" still answer questions when they are.
  return transport.get(runtime.elements.mode).value === "" ? "no-lms" : "running";
}
