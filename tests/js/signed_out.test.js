/** If these break, a learner whose LMS session ran out is not told what to do, or loses what was done since (RUN-35). */

import assert from "node:assert/strict";
import { test } from "node:test";
import { recordCodec } from "../../cpom_scorm/player/record.js";
import { graded } from "./support/courses.js";
import { begin, copiesOn, lastKept } from "./support/unreliable.js";

const heldBy = ({ lms, course }) =>
  recordCodec(course.record).decode(lastKept(lms)["cmi.suspend_data"]).progress;
const signIn = { ok: true, text: async () => "<form>Sign in</form>" };

/** Somebody whose session ran out after the first answer: true to every call, and nothing is kept. */
async function signedOut() {
  const player = await begin();
  player.session.answer("s1k1", graded("correct"));
  await player.clock.advance(2000);
  const good = player.window.answer;
  player.network.lies = true;
  player.window.answer = async () => signIn;
  const told = [];
  player.session.subscribe(({ save, notices }) => told.push(`${save.status} ${notices}`));
  player.session.answer("s2k1", graded("correct"));
  await player.clock.advance(2000);
  return Object.assign(player, {
    told,
    signIn() {
      player.network.lies = false;
      player.window.answer = good;
    },
  });
}

for (const [what, act] of [
  ["Try again", ({ session }) => session.retry()],
  ["the return of the network", ({ window }) => window.dispatch("online")],
]) {
  test(`an ended session is told within one save; after signing in ${what} sends everything (RUN-35, F6)`, async () => {
    const player = await signedOut();
    assert.deepEqual(["session-ended"], player.session.state().notices);
    assert.equal("failed", player.session.state().save.status);
    assert.deepEqual([1, 0], [copiesOn(player.storage).length, player.lms.count("terminate")]);
    player.signIn();
    act(player);
    await player.clock.advance(2000);
    assert.deepEqual([[], "saved"], [player.session.state().notices, player.session.state().save.status]);
    assert.deepEqual(["s1k1", "s2k1"], Object.keys(heldBy(player).answers).sort());
    assert.deepEqual("s2k1", player.lms.kept["cmi.interactions.1.id"]);
  });
}

test("it is told once when it ends and once when all is well again, however often it is tried (RUN-31)", async () => {
  const player = await signedOut();
  await player.clock.advance(300_000);
  player.signIn();
  await player.clock.advance(120_000);
  const words = player.told.filter((one, at) => one !== player.told[at - 1]).map((one) => one.split(" ")[0]);
  assert.deepEqual(["saving", "failed", "saved"], words);
});

test("whoever leaves while signed out finds the rest on this device (RUN-35)", async () => {
  const player = await signedOut();
  player.session.exit();
  await player.clock.advance(20_000);
  assert.equal(1, copiesOn(player.storage).length);
});
