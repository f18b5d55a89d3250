import { beforeAll, expect, it } from "vitest";
import { newestAnnotation } from "#lib/observe/annotations/newest-store.ts";
import { flagBurst, setLeaveOutBursts } from "#lib/observe/bursts/index.ts";
import { listPending } from "#lib/observe/ingest/pending-list-store.ts";
import { listInteractions } from "#lib/observe/interactions/index.ts";
import { listPreferences } from "#lib/observe/preferences/list-store.ts";
import { db } from "#lib/platform/db/client.ts";
import { detectBursts } from "#lib/use-cases/detect-bursts.ts";
import { testDatabase } from "./database/database.ts";
import { neverAnalyze, readsSince, readsSoFar } from "./database/reads.ts";
import { answer, copy, quote, send, statuses, thumb } from "./fixtures/events.ts";
import { type TestProject, testProject } from "./fixtures/project.ts";
import { browserOf, serverOf } from "./fixtures/sender.ts";

testDatabase();

/**
 * Most rows, and most entries of one index, that storing one event may read: a few keys are looked up for each. What grows
 * with the table is hundreds and more.
 */
const READS_AN_EVENT = 8;

let project: TestProject;

beforeAll(async () => {
  await neverAnalyze();
  project = await testProject();
});

/** Has events sent and stored, some requests at once; what was read too often for each of them. */
async function readTooOften(
  requests: readonly (readonly object[])[],
  sendOne: (events: readonly object[]) => ReturnType<typeof send>,
): Promise<string[]> {
  const before = await readsSoFar();
  for (let from = 0; from < requests.length; from += 16) {
    const results = await Promise.all(requests.slice(from, from + 16).map(sendOne));
    expect(Math.max(...statuses(results.flat())), JSON.stringify(results[0]?.[0])).toBeLessThan(300);
  }
  const events = requests.flat().length;
  return (await readsSince(before)).flatMap(([name, reads]) => {
    const each = reads / events;
    return each > READS_AN_EVENT ? [`${name}: ${Math.round(each)} an event`] : [];
  });
}

const times = <Event>(count: number, event: (index: number) => Event): Event[] =>
  Array.from({ length: count }, (_, index) => event(index));

const inGroups = <Event>(events: readonly Event[], size: number): Event[][] =>
  times(Math.ceil(events.length / size), (index) => events.slice(index * size, (index + 1) * size));

it.each([
  [
    "20,000 ratings with their interactions",
    times(20_000, (n) => thumb(`inline-${n}`, { ...answer, user_id: `u-${n}` })),
  ],
  [
    "4,000 interactions",
    times(4_000, (n) => ({ type: "interaction", ...answer, interaction_id: `logged-${n}` })),
  ],
  ["ratings of them", times(4_000, (n) => thumb(`logged-${n}`, { user_id: "u" }))],
  ["ratings that change", times(4_000, (n) => thumb(`logged-${n}`, { user_id: "u", rating_value: 0 }))],
  ["passages", times(4_000, (n) => quote(`logged-${n}`))],
  ["signals", times(4_000, (n) => copy(`logged-${n}`))],
  [
    "preferences",
    times(4_000, (n) => ({ type: "preference", preferred_id: `logged-${n}`, rejected_id: `inline-${n}` })),
  ],
  ["ratings that wait for their interaction", times(4_000, (n) => thumb(`late-${n}`, { user_id: "u" }))],
  [
    "what they wait for",
    times(4_000, (n) => ({ type: "interaction", ...answer, interaction_id: `late-${n}` })),
  ],
])("storing %s reads no more than their keys", async (_, events) => {
  expect(
    await readTooOften(inGroups<object>(events, 100), (some) => send(serverOf(project), [...some])),
  ).toEqual([]);
});

it("a rating of an answer on which a server hung very much reads no more of that than a page's users may send", async () => {
  await send(serverOf(project), [{ type: "interaction", ...answer, interaction_id: "busy" }]);
  for (const signals of inGroups(
    times(3_000, () => copy("busy")),
    500,
  ))
    await send(serverOf(project), signals);
  const before = await readsSoFar();
  expect(statuses(await send(browserOf(project, "busy"), [thumb("busy")]))).toEqual([403]);
  const read = await readsSince(before);
  expect(read.filter(([, reads]) => reads > 600)).toEqual([]);
});

it.each<[string, (projectId: string) => Promise<unknown>]>([
  ["answers", (id) => listInteractions(id, { limit: 50 })],
  ["answers of a feature", (id) => listInteractions(id, { feature: "f", limit: 50 })],
  ["answers that wait for their interaction", (id) => listPending(id, { limit: 50 })],
  ["preferences", (id) => listPreferences(id, { limit: 50 })],
  ["annotations", newestAnnotation],
])("reading the newest %s reads no table more than twice over", async (_, read) => {
  const before = await readsSoFar();
  await read(project.projectId);
  const reads = await readsSince(before);
  const most = 2 * (await db().interaction.count());
  expect(reads.filter(([, each]) => each > most)).toEqual([]);
});

it("storing what a page's users say reads no more than its keys", async () => {
  const said = times(1_000, (n) => [thumb(`logged-${n}`, { session_id: `s-${n}` })]);
  const byToken = (events: readonly object[]) => {
    const [{ interaction_id }] = events as [{ interaction_id: string }];
    const n = Number(interaction_id.replace("logged-", ""));
    const address = `198.51.${n >> 8}.${n & 255}`;
    return send(browserOf(project, interaction_id, { address }), [...events]);
  };
  expect(await readTooOften(said, byToken)).toEqual([]);
});

it("looking for bursts, flagging a thousand votes and leaving them out reads little more than these votes", async () => {
  const { projectId } = project;
  const now = new Date();
  const span = { since: new Date(now.getTime() - 600_000), until: now };
  const found = { kind: "minute", key: "", votes: 1_000, expected: 4, chance: 0, groups: 60 } as const;
  const before = await readsSoFar();
  await detectBursts(projectId, now);
  await flagBurst(projectId, found, span, now);
  await setLeaveOutBursts(projectId, true);
  const after = await readsSoFar();
  expect(await db().feedback.count({ where: { projectId, burstId: { not: null } } })).toBeGreaterThan(900);
  const read = [...after].map(([name, reads]) => [name, reads - (before.get(name) ?? 0)] as const);
  expect(read.filter(([, reads]) => reads > 12_000)).toEqual([]);
});
