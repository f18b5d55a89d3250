import { createHash } from "node:crypto";
import { BEYOND } from "#lib/domain/beyond.ts";
import { CATEGORIES_PAIRED_MAX } from "#lib/domain/category.ts";
import { unpackRaterGroups } from "#lib/domain/rater-groups.ts";
import { compareEdit } from "#lib/evaluate/edits/index.ts";
import { findBucket } from "#lib/evaluate/metrics/histogram.ts";
import { db } from "#lib/platform/db/client.ts";

/** A slice as plain words and numbers, by its key. */
type Slices = Record<string, Record<string, number>>;

type Raw = Awaited<ReturnType<typeof readRaw>>[number];

/** Every answer with what was said of it, but for what belongs to bursts that are left out. */
async function readRaw(projectId: string) {
  const bursts = await db().burst.findMany({ where: { projectId, leftOut: true } });
  const leftOut = new Set<string | null>(bursts.map(({ burstId }) => burstId));
  const answers = await db().interaction.findMany({
    where: { projectId },
    include: { feedback: true, signals: true },
  });
  const counts = ({ burstId }: { burstId: string | null }) => !leftOut.has(burstId);
  return answers.map((answer) => ({
    ...answer,
    feedback: answer.feedback.filter(counts),
    signals: answer.signals.filter(counts),
  }));
}

/** The rollups of one width as they are stored. */
export async function storedSlices(projectId: string, width: "minute" | "hour" | "day"): Promise<Slices> {
  const where = { projectId, width };
  const slices: Slices = {};
  const named = new Map(
    (await db().metricName.findMany({ where: { projectId } })).map((one) => [one.nameId, one]),
  );
  for (const slice of await db().metricSlice.findMany({ where })) {
    const { stars, raters, latencyBuckets, latencyCounts, costBuckets, costCounts } = slice;
    const { tokenBuckets, tokenCounts } = slice;
    const own: Record<string, number> = {};
    const bins = (kind: string, buckets: number[], counts: number[]) =>
      buckets.forEach((bucket, index) => {
        own[`${kind} ${bucket}`] = counts[index] ?? 0;
      });
    for (const name of counted) own[name] = round(Number(slice[name]));
    own.lastAt = slice.lastAt.getTime();
    stars.forEach((count, index) => {
      own[`star ${index + 1}`] = count;
    });
    const { up, down } = unpackRaterGroups(sumOf(raters));
    up.forEach((count, group) => {
      own[`up ${group}`] = count;
    });
    down.forEach((count, group) => {
      own[`down ${group}`] = count;
    });
    bins("latency", latencyBuckets, latencyCounts);
    bins("cost", costBuckets, costCounts);
    bins("tokens", tokenBuckets, tokenCounts);
    for (const [index, number] of slice.partNames.entries()) {
      const { kind = "", name = "" } = named.get(number) ?? {};
      const sum = slice.partSums[index] ?? 0;
      own[`${kind} ${name}`] = slice.partCounts[index] ?? 1;
      own[`sum of ${name}`] = round(sum);
      own[`squares of ${name}`] = round(slice.partSquares[index] ?? sum ** 2);
    }
    slices[keyOf(slice)] = withoutZeros(own);
  }
  return slices;
}

/** The numbers of a slice added up, digit by digit. */
const sumOf = (packed: readonly { toFixed(): string }[]): string =>
  packed.reduce((sum, number) => sum + BigInt(number.toFixed()), 0n).toString();

/** The group of a rater; whoever holds the token of an answer is somebody else on each. */
const groupOf = (rater: string, interactionId: string): number =>
  createHash("sha256")
    .update(rater === "token" ? `answer:${interactionId}` : rater)
    .digest()[0] ?? 0;

/** The same, counted here from the raw rows one by one. */
export async function plainSlices(projectId: string, width: "minute" | "hour" | "day"): Promise<Slices> {
  const slices: Slices = {};
  const listed = await db().category.findMany({ where: { projectId, listed: true } });
  const names = new Set(listed.map(({ name }) => name));
  const admitted = await admittedValues(projectId);
  for (const raw of await readRaw(projectId)) {
    const answer = countedUnder(raw, admitted);
    for (const key of keysOf(answer, width)) {
      const slice = slices[key] ?? {};
      slices[key] = slice;
      for (const [name, amount] of amountsOf(answer, names)) slice[name] = (slice[name] ?? 0) + amount;
      slice.lastAt = Math.max(slice.lastAt ?? 0, answer.createdAt.getTime());
    }
  }
  for (const [key, slice] of Object.entries(slices)) {
    for (const name of Object.keys(slice)) slice[name] = round(slice[name] ?? 0);
    slices[key] = withoutZeros(slice);
  }
  return slices;
}

/** The values that days count apart, as they were admitted. */
async function admittedValues(projectId: string): Promise<ReadonlySet<string>> {
  const rows = await db().metricValue.findMany({ where: { projectId } });
  return new Set(
    rows.map(({ day, dimension, value }) =>
      JSON.stringify([day.toISOString().slice(0, 10), dimension, value]),
    ),
  );
}

const dimensions = {
  featureName: "feature_name",
  modelName: "model_name",
  promptTemplate: "prompt_template",
  promptVersion: "prompt_version",
  variant: "variant",
  tenant: "tenant",
  language: "language",
  segment: "segment",
} as const;

/** An answer with the values under which it is counted. */
function countedUnder(answer: Raw, admitted: ReadonlySet<string>): Raw {
  const day = answer.createdAt.toISOString().slice(0, 10);
  const own = Object.entries(dimensions).map(([field, dimension]) => {
    const value = answer[field as keyof typeof dimensions];
    const isApart = value === null || admitted.has(JSON.stringify([day, dimension, value]));
    return [field, isApart ? value : BEYOND];
  });
  return { ...answer, ...Object.fromEntries(own) };
}

const counted = [
  "interactions",
  "rated",
  "ratings",
  "thumbsUp",
  "thumbsDown",
  "corrections",
  "measured",
  "editDistance",
  "editKept",
  "comments",
  "timed",
  "latencyMs",
  "priced",
  "costUsd",
  "sized",
  "tokens",
] as const;

const round = (number: number) => (Number.isInteger(number) ? number : Math.round(number * 1e6) / 1e6);

const withoutZeros = (slice: Record<string, number>) =>
  Object.fromEntries(Object.entries(slice).filter(([, number]) => number !== 0));

interface Key {
  cube: string;
  start: Date;
  featureName: string;
  modelName: string;
  promptTemplate: string;
  promptVersion: string;
  variant: string;
  cohort: string;
}

const keyOf = ({ cube, start, featureName, ...rest }: Key) =>
  JSON.stringify([
    cube,
    start.toISOString(),
    featureName,
    rest.modelName,
    rest.promptTemplate,
    rest.promptVersion,
    rest.variant,
    rest.cohort,
  ]);

const lengths = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

function keysOf(answer: Raw, width: keyof typeof lengths): string[] {
  const start = new Date(Math.floor(answer.createdAt.getTime() / lengths[width]) * lengths[width]);
  const { featureName, modelName } = answer;
  const none = { modelName: "", promptTemplate: "", promptVersion: "", variant: "", cohort: "" };
  const [promptTemplate, promptVersion] = [answer.promptTemplate ?? "", answer.promptVersion ?? ""];
  const core = { ...none, modelName, promptTemplate, promptVersion, variant: answer.variant ?? "" };
  const cohorts = (["tenant", "language", "segment"] as const).flatMap((cube) => {
    const cohort = answer[cube];
    if (!cohort) return [];
    const own = { ...none, start, cohort };
    return [keyOf({ ...own, cube, featureName }), keyOf({ ...own, cube: `${cube}s`, featureName: "" })];
  });
  const no = { ...none, start, featureName: "" };
  return [
    keyOf({ ...core, cube: "core", start, featureName }),
    keyOf({ ...no, cube: "all" }),
    keyOf({ ...no, cube: "feature", featureName }),
    keyOf({ ...no, cube: "model", modelName }),
    keyOf({ ...no, cube: "prompt", promptTemplate, promptVersion }),
    ...cohorts,
  ];
}

function amountsOf(answer: Raw, listed: ReadonlySet<string>): [name: string, amount: number][] {
  const { responseLatencyMs, costUsd, tokenCount, inputTokens, outputTokens } = answer;
  const tokens =
    tokenCount ??
    (inputTokens === null && outputTokens === null ? null : (inputTokens ?? 0) + (outputTokens ?? 0));
  const amounts: [string, number][] = [["interactions", 1]];
  const ratings = answer.feedback.filter((item) => item.source === "user" && item.ratingType !== "score");
  if (ratings.length > 0) amounts.push(["rated", 1]);
  if (responseLatencyMs !== null)
    amounts.push(
      ["timed", 1],
      ["latencyMs", responseLatencyMs],
      [`latency ${findBucket(responseLatencyMs)}`, 1],
    );
  if (costUsd !== null)
    amounts.push(["priced", 1], ["costUsd", costUsd], [`cost ${findBucket(Math.round(costUsd * 1e6))}`, 1]);
  if (tokens !== null) amounts.push(["sized", 1], ["tokens", tokens], [`tokens ${findBucket(tokens)}`, 1]);
  for (const { signal } of answer.signals) amounts.push([`signal ${signal}`, 1]);
  amounts.push(...scoreAmounts(answer));
  return [...amounts, ...ratings.flatMap((rating) => ratingAmounts(answer, rating, listed))];
}

function scoreAmounts(answer: Raw): [name: string, amount: number][] {
  const text = (...parts: string[]) => `[${parts.map((part) => JSON.stringify(part)).join(", ")}]`;
  return answer.feedback.flatMap((score): [string, number][] => {
    if (score.ratingType !== "score") return [];
    const { scoreName, scoreType, scoreValue, scoreLabel, scoredSession, source } = score;
    const key = [scoreName, scoredSession === "" ? "interaction" : "session", source];
    const label = scoreLabel ?? (scoreType === "boolean" ? String(scoreValue === 1) : "");
    const name = text(...key, label);
    return [
      [`score ${name}`, 1],
      [`sum of ${name}`, scoreValue ?? 0],
      [`squares of ${name}`, (scoreValue ?? 0) ** 2],
    ];
  });
}

function ratingAmounts(
  answer: Raw,
  rating: Raw["feedback"][number],
  listed: ReadonlySet<string>,
): [name: string, amount: number][] {
  const { ratingType, ratingValue, correctionText, feedbackComment } = rating;
  const amounts: [string, number][] = [["ratings", 1]];
  const down = ratingType === "binary" && ratingValue === 0;
  if (ratingType === "binary") {
    const group = groupOf(rating.rater, answer.interactionId);
    amounts.push([down ? "thumbsDown" : "thumbsUp", 1], [`${down ? "down" : "up"} ${group}`, 1]);
  }
  if (ratingType === "stars") amounts.push([`star ${ratingValue}`, 1]);
  if (ratingType === "correction") amounts.push(["corrections", 1]);
  if (ratingType === "correction" && correctionText !== null) {
    const { distance, kept, kinds } = compareEdit({
      answer: answer.responseText,
      correction: correctionText,
    });
    if (distance !== null && kept !== null)
      amounts.push(["measured", 1], ["editDistance", distance], ["editKept", kept]);
    for (const kind of kinds) amounts.push([`edit_kind ${kind}`, 1]);
  }
  if (feedbackComment !== null) amounts.push(["comments", 1]);
  const counted = rating.ratingCategories.map((name) => (listed.has(name) ? name : BEYOND));
  const named = [...new Set(counted)].sort();
  const ownListed = named.filter((name) => name !== BEYOND).length;
  named.forEach((category, index) => {
    amounts.push([`${down ? "category_down" : "category_else"} ${category}`, 1]);
    for (const other of named.slice(index + 1))
      if (category !== BEYOND && other !== BEYOND && ownListed <= CATEGORIES_PAIRED_MAX)
        amounts.push([`category_pair ["${category}", "${other}"]`, 1]);
  });
  return amounts;
}
