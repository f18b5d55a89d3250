import { expect, it } from "vitest";
import { withdraw } from "#lib/observe/ingest/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { send } from "#tests/fixtures/events.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { plainSlices, storedSlices } from "#tests/recounting/plain-slices.ts";
import { rebuildMetrics } from "../index.ts";
import { forgetMinutes, refreshRollups } from "./rollup-store.ts";

testDatabase("bytes");

/** Writes of the whole test, by how many clients at once, how many a request, and how many of those are deletions. */
const [WRITES, CLIENTS, BATCH, DELETED] = [10_000, 4, 50, 4];

/** Answers that writes are of; a rating or a signal may come before its answer. */
const ANSWERS = 2_500;

/** Counting begins with every so many requests. */
const COUNT_EVERY = 5;

/** An hour with so many answers is kept by the minute, which most come to be in the end. */
const BUSY_HOUR = 30;

const DAY_MS = 86_400_000;
const FIRST_DAY = Math.floor(Date.now() / DAY_MS) * DAY_MS - 4 * DAY_MS;

/** A client that sends requests of random events, and takes back some ratings that it was told of. */
function client(project: TestProject, seed: number) {
  const random = randomFrom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  const sender = serverOf(project);
  const stored: string[] = [];
  const id = () => `answer-${below(ANSWERS)}`;
  const answer = () => {
    const interaction_id = id();
    // What an answer is made of follows from its id: it may be logged twice, and is the same one then.
    const own = Number(interaction_id.slice("answer-".length));
    const of = <T>(values: readonly T[], salt: number): T =>
      values[(own * 31 + salt * 17) % values.length] as T;
    return {
      ...{ type: "interaction", interaction_id, feature_name: of(["summary", "reply"], 1) },
      ...{ model_name: of(["small", "large", "new"], 2), prompt_template: of(["short", undefined], 3) },
      ...{ prompt_version: of(["v1", "v2", undefined], 4), variant: of(["a", undefined], 5) },
      ...{ tenant: of(["acme", "globex", undefined], 6), language: of(["en", "de", undefined], 7) },
      ...{ segment: of(["new", undefined], 8), response_text: "The order of Ms Weber left on 3 May." },
      ...{
        response_latency_ms: of([undefined, 7, 250, 9_000], 9),
        cost_usd: of([undefined, 0.001, 0.02], 10),
      },
      ...{ token_count: of([undefined, 90, 1_400], 11), input_tokens: of([undefined, 7], 12) },
      created_at: new Date(
        FIRST_DAY + ((own * 104_729) % 48) * 3_600_000 + ((own * 7_919) % 3_600) * 1_000,
      ).toISOString(),
    };
  };
  const corrections = [
    ...["The order of Ms Weber left on 4 May.", "It left.", "- The order\n- left on 3 May"],
    "Sorry, the order of Ms Weber left on 3 May. It will be there in four days or so, we think.",
  ];
  const rating = () => {
    const type = pick(["binary", "binary", "stars", "correction", "correction", "comment"] as const);
    const values = {
      binary: { rating_value: below(2) },
      stars: { rating_value: 1 + below(5) },
      correction: { correction_text: pick(corrections) },
      comment: { feedback_comment: "Hm" },
    };
    return {
      ...{
        type: "feedback",
        interaction_id: id(),
        rating_type: type,
        user_id: pick(["ann", "bob", undefined]),
      },
      ...values[type],
      rating_categories: pick([[], [], ["inaccurate"], ["too_long", "inaccurate"]]),
      // Late, at once, or brought in afterwards as history.
      ...pick([{}, {}, { created_at: new Date(FIRST_DAY + below(4 * DAY_MS)).toISOString() }]),
    };
  };
  const signal = () => ({ type: "signal", interaction_id: id(), signal: pick(["copy", "dwell", "accept"]) });
  const kinds = [answer, answer, answer, rating, rating, rating, rating, rating, signal];
  return async () => {
    const results = await send(
      sender,
      Array.from({ length: BATCH - DELETED }, () => pick(kinds)()),
    );
    stored.push(
      ...results.flatMap(({ feedback_id }) => (typeof feedback_id === "string" ? [feedback_id] : [])),
    );
    for (let count = 0; count < DELETED && stored.length > 0; count++) {
      const [gone = ""] = stored.splice(below(stored.length), 1);
      // Another client may have replaced it, which gave it no other id, and deleted it.
      await withdraw(sender, "feedback", gone).catch(() => {});
    }
    return results.filter(({ status }) => status < 300).length;
  };
}

it("rollups equal a rebuild and a plain count after 10,000 writes by several clients, counted meanwhile by several processes", async () => {
  const project = await testProject();
  const { projectId } = project;
  let [requests, taken] = [0, 0];
  const counting: Promise<void>[] = [];
  const write = async (seed: number) => {
    const request = client(project, seed);
    for (let count = 0; count < WRITES / CLIENTS / BATCH; count++) {
      const stored = await request();
      taken += stored;
      // Nobody waits for it: the next one begins while it is under way.
      if (++requests % COUNT_EVERY === 0) counting.push(refreshRollups(projectId, BUSY_HOUR));
      if (requests === 100) counting.push(forgetMinutes(new Date(FIRST_DAY + DAY_MS)));
    }
  };
  await Promise.all([1, 2, 3, 4].map(write));
  await Promise.all(counting);
  await refreshRollups(projectId, BUSY_HOUR);
  expect(taken).toBeGreaterThan(0.9 * WRITES * (1 - DELETED / BATCH));
  expect(await db().metricMark.count({ where: { projectId } })).toBe(0);

  const [hours, days] = [await storedSlices(projectId, "hour"), await storedSlices(projectId, "day")];
  expect(hours).toEqual(await plainSlices(projectId, "hour"));
  expect(days).toEqual(await plainSlices(projectId, "day"));
  const [minutes, plain] = [await storedSlices(projectId, "minute"), await plainSlices(projectId, "minute")];
  expect(Object.keys(minutes).length).toBeGreaterThan(100);
  for (const [key, slice] of Object.entries(minutes)) expect(slice).toEqual(plain[key]);

  await rebuildMetrics(projectId);
  expect(await storedSlices(projectId, "hour")).toEqual(hours);
  expect(await storedSlices(projectId, "day")).toEqual(days);
}, 180_000);
