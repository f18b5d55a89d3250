import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { copy, send, thumb } from "#tests/fixtures/events.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { browserOf, serverOf } from "#tests/fixtures/sender.ts";
import { plainSlices, storedSlices } from "#tests/recounting/plain-slices.ts";
import { rebuildMetrics, refreshMetrics, wholeSummary } from "../evaluate/metrics/index.ts";
import { dismissBurst, forgetVotes, listBursts, setLeaveOutBursts } from "../observe/bursts/index.ts";
import { listInteractions } from "../observe/interactions/index.ts";
import { indexProject } from "../observe/search/index.ts";
import { db } from "../platform/db/client.ts";
import { detectBursts, projectsToWatch } from "./detect-bursts.ts";

testDatabase();

const [MINUTE_MS, DAY_MS] = [60_000, 86_400_000];

/** When strangers come, after days of honest votes, and how many days their rate is shown of. */
const ATTACK = Date.parse("2026-11-20T14:20:00Z");
const [HISTORY, SHOWN] = [8, 5];

/** What a project's users do in a day: as many answers are rated, all with a thumb up. */
const A_DAY = 8;

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

const at = (time: number) => vi.setSystemTime(time);

const answers = (ids: readonly string[], more: object = {}) =>
  ids.map((interaction_id) => ({
    ...{ type: "interaction", interaction_id, feature_name: "f", model_name: "m", response_text: "r" },
    ...more,
  }));

/** The answers that strangers ask for, to rate them. */
const ask = (project: TestProject, count: number) =>
  send(serverOf(project), answers(Array.from({ length: count }, (_, index) => `asked ${index}`)));

interface Where {
  address: string;
  agent: string;
  device: string;
}

/** A vote of somebody with a page's key and the answer's token, who also copies the answer. */
async function vote(project: TestProject, id: string, value: 0 | 1, { address, agent, device }: Where) {
  const sender = browserOf(project, id, { address, agent, deviceId: device });
  const results = await send(sender, [
    thumb(id, { rating_value: value, rating_categories: value ? [] : ["wrong"] }),
    copy(id),
  ]);
  expect(results.map(({ status }) => status)).toEqual([201, 201]);
}

/** A project whose answers many may rate, with days of honest votes from many addresses; every one is a thumb up. */
async function honestProject(seed: number): Promise<TestProject> {
  const made = await testProject();
  const project = { ...made, votersPerAnswer: 100, votersPerAddress: 100 };
  const random = randomFrom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  for (let day = HISTORY; day >= 1; day--) {
    const ids = Array.from({ length: A_DAY }, (_, index) => `day ${day} answer ${index}`);
    at(ATTACK - day * DAY_MS - 6 * 3_600_000);
    await send(serverOf(project), answers(ids));
    for (const [index, id] of ids.entries()) {
      at(ATTACK - day * DAY_MS - 5 * 3_600_000 + index * 40 * MINUTE_MS + whole(30) * MINUTE_MS);
      const where = { address: `203.0.113.${whole(250)}`, device: `user ${whole(400)}` };
      await vote(project, id, 1, { ...where, agent: ["Chrome", "Firefox", "Safari"][whole(3)] ?? "" });
    }
  }
  return project;
}

const filterOf = ({ projectId }: TestProject) => ({
  ...{ projectId, tz: "UTC", to: "2026-11-20" },
  from: new Date(ATTACK - SHOWN * DAY_MS).toISOString().slice(0, 10),
});

const shownRate = async (project: TestProject) => (await wholeSummary(filterOf(project))).positive;

async function slices({ projectId }: TestProject) {
  await refreshMetrics(projectId);
  return { hour: await storedSlices(projectId, "hour"), day: await storedSlices(projectId, "day") };
}

/** 60 thumbs down that a stranger invents, and what finds them. */
const attacks = [
  {
    name: "60 invented users with one token",
    kind: "token",
    async run(project: TestProject, index: number) {
      at(ATTACK + index * 20_000);
      const where = { address: `198.51.100.${index}`, agent: `agent${"xyz".repeat(index)}` };
      await vote(project, "day 1 answer 0", 0, { ...where, device: `ghost ${index}` });
    },
  },
  {
    name: "60 answers from one address",
    kind: "address",
    async run(project: TestProject, index: number) {
      at(ATTACK + index * 20_000);
      const where = { address: "198.51.100.7", agent: `agent${"xyz".repeat(index)}` };
      await vote(project, `asked ${index}`, 0, { ...where, device: `ghost ${index}` });
    },
  },
  {
    name: "60 answers with one client over many addresses",
    kind: "agent",
    async run(project: TestProject, index: number) {
      at(ATTACK + index * 20_000);
      const where = { address: `198.51.100.${index}`, agent: "python-requests/2.32" };
      await vote(project, `asked ${index}`, 0, { ...where, device: `ghost ${index}` });
    },
  },
  {
    name: "60 answers over many addresses in one minute",
    kind: "minute",
    async run(project: TestProject, index: number) {
      at(ATTACK + index * 900);
      const where = { address: `198.51.100.${index}`, agent: `agent${"xyz".repeat(index)}` };
      await vote(project, `asked ${index}`, 0, { ...where, device: `ghost ${index}` });
    },
  },
] as const;

it("votes that were taken back make no burst of those that share their origin", async () => {
  const project = await honestProject(3);
  const { projectId } = project;
  await ask(project, 60);
  for (let index = 0; index < 60; index++) {
    at(ATTACK + index * 20_000);
    const kiosk = { address: `198.51.100.${index}`, agent: "library terminal", device: `reader ${index}` };
    await vote(project, `asked ${index}`, index < 12 ? 1 : 0, kiosk);
  }
  const taken = Array.from({ length: 48 }, (_, index) => `asked ${index + 12}`);
  await db().feedback.deleteMany({ where: { projectId, interactionId: { in: taken } } });
  at(ATTACK + 20 * MINUTE_MS);
  await detectBursts(projectId);
  expect((await listBursts(projectId)).bursts).toEqual([]);
});

describe.each(attacks)("$name", ({ kind, run }) => {
  it("turn 1.00 into 0.40; once flagged and left out, the rate moves by less than its interval, and back again", async () => {
    const project = await honestProject(kind.length);
    const { projectId } = project;
    at(ATTACK - MINUTE_MS);
    await detectBursts(projectId);
    const before = await shownRate(project);
    expect(before).toMatchObject({ value: 1, n: SHOWN * A_DAY });

    await ask(project, kind === "token" ? 0 : 60);
    for (let index = 0; index < 60; index++) await run(project, index);
    at(ATTACK + 20 * MINUTE_MS);
    expect(await shownRate(project)).toMatchObject({ value: 0.4, n: 100 });
    const bent = await slices(project);

    expect(await projectsToWatch()).toContain(projectId);
    await detectBursts(projectId);
    const { bursts, leaveOut } = await listBursts(projectId);
    expect(bursts).toMatchObject([{ kind, ratings: 60, voters: 60, thumbsDown: 60, leftOut: false }]);
    expect(leaveOut).toBe(false);
    expect(await slices(project), "a flag changes no figure").toEqual(bent);

    await setLeaveOutBursts(projectId, true);
    const mended = await shownRate(project);
    expect(mended).toMatchObject({ value: 1 });
    expect(Math.abs((mended.value ?? 0) - 1)).toBeLessThan((before.high ?? 0) - (before.low ?? 0));
    const without = await slices(project);
    expect(without).toEqual({
      hour: await plainSlices(projectId, "hour"),
      day: await plainSlices(projectId, "day"),
    });
    expect(without).not.toEqual(bent);
    const rebuilt = async () => {
      // One kind stands for all: what is flagged is counted the same.
      if (kind === "token") await rebuildMetrics(projectId);
      return slices(project);
    };
    expect(await rebuilt(), "left out, as a rebuild counts").toEqual(without);

    await setLeaveOutBursts(projectId, false);
    expect(await slices(project), "as it was").toEqual(bent);
    expect(await rebuilt(), "counted, as a rebuild counts").toEqual(bent);
  });
});

it("finds no burst in the honest days themselves, nor in what a server sends at once, and forgets where votes came from", async () => {
  const project = await honestProject(9);
  const { projectId } = project;
  at(ATTACK);
  await send(
    serverOf(project),
    Array.from({ length: 200 }, (_, index) => thumb("day 1 answer 1", { user_id: `u ${index}` })),
  );
  await detectBursts(projectId);
  expect((await listBursts(projectId)).bursts).toEqual([]);
  expect(await db().voteHour.count({ where: { projectId, kind: "address" } })).toBeGreaterThan(40);
  at(ATTACK + 2 * DAY_MS);
  await forgetVotes(new Date());
  expect(await db().voteOrigin.count({ where: { projectId } })).toBe(0);
  expect(await db().voteHour.count({ where: { projectId } })).toBeGreaterThan(160);
  await forgetVotes(new Date(ATTACK + 60 * DAY_MS));
  expect(await db().voteHour.count({ where: { projectId } })).toBe(0);
});

it("lists what a burst holds in either state, and finds what else counts without it", async () => {
  const project = await honestProject(10);
  const { projectId } = project;
  at(ATTACK - MINUTE_MS);
  await detectBursts(projectId);
  await ask(project, 110);
  for (let index = 0; index < 60; index++) await attacks[1].run(project, index);
  at(ATTACK + 25 * MINUTE_MS);
  await detectBursts(projectId);
  const [{ burstId = "" } = {}] = (await listBursts(projectId)).bursts;
  const list = async (filter: object) => {
    await indexProject(projectId);
    const { data, count } = await listInteractions(projectId, { ...filter, counted: true });
    return { count, first: data[0] };
  };
  const all = { interactions: 60, ratings: 60, complete: true };
  expect(await list({ burst: burstId })).toMatchObject({ count: all, first: { thumbsDown: 1, inBursts: 1 } });
  expect(await list({ rating: "down" })).toMatchObject({ count: all });

  await setLeaveOutBursts(projectId, true);
  const flagged = await list({ burst: burstId, rating: "down" });
  expect(flagged).toMatchObject({ count: all, first: { thumbsDown: 0, categories: [], leftOut: 1 } });
  expect(await list({ rating: "down" })).toMatchObject({ count: { interactions: 0, ratings: 0 } });
  expect(await list({ rating: "unrated" })).toMatchObject({ count: { interactions: 110 } });
  expect(await list({ signal: "copy" })).toMatchObject({ count: { interactions: HISTORY * A_DAY } });
  expect(await list({ category: "wrong" })).toMatchObject({ count: { interactions: 0 } });

  await dismissBurst(projectId, burstId, true);
  expect(await list({ rating: "down" })).toMatchObject({ count: all, first: { inBursts: 0, leftOut: 0 } });
  // What was said to be none explains as many votes of the same address.
  for (let index = 60; index < 110; index++) await attacks[1].run(project, index);
  at(ATTACK + 40 * MINUTE_MS);
  await detectBursts(projectId);
  expect((await listBursts(projectId)).bursts).toHaveLength(1);
  await dismissBurst(projectId, burstId, false);
  expect(await list({ burst: burstId })).toMatchObject({ count: all, first: { leftOut: 1 } });
});

it("goes on with a burst while more comes, and flags what its voters leave later", async () => {
  const project = await honestProject(11);
  const { projectId } = project;
  at(ATTACK - MINUTE_MS);
  await detectBursts(projectId);
  await ask(project, 90);
  for (let index = 0; index < 60; index++) await attacks[1].run(project, index);
  at(ATTACK + 21 * MINUTE_MS);
  await detectBursts(projectId);
  for (let index = 60; index < 90; index++) await attacks[1].run(project, index);
  const again = { address: "192.0.2.99", agent: "Chrome", deviceId: "ghost 3" };
  at(ATTACK + 31 * MINUTE_MS);
  await send(browserOf(project, "asked 3", again), [
    { type: "feedback", interaction_id: "asked 3", rating_type: "stars", rating_value: 1 },
  ]);
  await detectBursts(projectId);
  const { bursts } = await listBursts(projectId);
  expect(bursts).toMatchObject([{ kind: "address", votes: 90, ratings: 91, voters: 90, interactions: 90 }]);
  expect(await db().signal.count({ where: { projectId, burstId: bursts[0]?.burstId ?? "" } })).toBe(90);
});

it("flags every one of 60 addresses that each vote 40 times", async () => {
  const { projectId } = await testProject();
  at(ATTACK);
  const hours = Array.from({ length: 240 }, (_, index) => new Date(ATTACK - (index + 2) * 60 * MINUTE_MS));
  const quiet = { votes: 4, groups: 4, largest: 1, keys: [], counts: [] };
  await db().voteHour.createMany({
    data: hours.map((hour) => ({ projectId, kind: "address" as const, hour, ...quiet })),
  });
  const votes = Array.from({ length: 60 * 40 }, (_, index) => ({
    ...{ projectId, interactionId: `answer ${index}`, rater: `device:${index}`, agent: "browser" },
    ...{ address: `address ${index % 60}`, receivedAt: new Date(ATTACK - index * 1_000) },
  }));
  await db().voteOrigin.createMany({ data: votes });
  await db().interaction.createMany({
    data: votes.map(({ interactionId, receivedAt: createdAt }) => ({
      ...{ projectId, interactionId, createdAt, featureName: "f", modelName: "m", responseText: "r" },
    })),
  });
  await db().feedback.createMany({
    data: votes.map(({ interactionId, rater, receivedAt }) => ({
      ...{
        projectId,
        interactionId,
        rater,
        feedbackId: rater,
        ratingType: "binary" as const,
        ratingValue: 0,
      },
      ...{ createdAt: receivedAt, updatedAt: receivedAt },
    })),
  });
  await detectBursts(projectId);
  expect(await db().burst.count({ where: { projectId, kind: "address", votes: 40 } })).toBe(60);
});
