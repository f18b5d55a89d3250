import { db } from "#lib/platform/db/client.ts";

/** A user of an experiment as plain words and numbers. */
type PlainUser = Record<string, unknown>;

/** What is counted of an experiment, as its owner chose it. */
export interface PlainExperiment {
  projectId: string;
  experiment: string;
  startedAt: Date;
  variants: readonly string[];
}

const WEEK_MS = 7 * 86_400_000;
const HISTORY_MS = 28 * 86_400_000;

const round = (value: number) => Math.round(value * 1e6) / 1e6;

/** The users of an experiment as they are stored, by key. */
export async function storedUsers({
  projectId,
  experiment,
}: PlainExperiment): Promise<Record<string, PlainUser>> {
  const rows = await db().experimentUser.findMany({ where: { projectId, experiment } });
  return Object.fromEntries(
    rows.map(({ projectId: _, experiment: __, raterKey, firstExposedAt, latencyMs, ...row }) => [
      raterKey,
      {
        ...row,
        ...{ firstExposedAt: firstExposedAt.toISOString(), latencyMs: Number(latencyMs) },
        ...{ costUsd: round(row.costUsd), keptSum: round(row.keptSum) },
      },
    ]),
  );
}

type Raw = Awaited<ReturnType<typeof readRaw>>[number];

/** What exposed a user: an answer, or an event of its own. */
interface Exposed {
  key: string | null;
  variant: string | null;
  at: Date;
  answer: Raw | null;
}

async function readRaw(projectId: string) {
  const bursts = await db().burst.findMany({ where: { projectId, leftOut: true } });
  const leftOut = new Set<string | null>(bursts.map(({ burstId }) => burstId));
  const answers = await db().interaction.findMany({
    where: { projectId },
    include: { feedback: true, signals: true },
    orderBy: [{ createdAt: "asc" }, { interactionId: "asc" }],
  });
  return answers.map((answer) => ({
    ...answer,
    said: answer.feedback.filter(({ burstId, source }) => source === "user" && !leftOut.has(burstId)),
    copied: answer.signals.some(({ burstId, signal }) => signal === "copy" && !leftOut.has(burstId)),
  }));
}

const keyOf = ({ userHash, sessionId }: Raw): string | null => {
  if (userHash !== null) return `user:${userHash}`;
  return sessionId === null ? null : `session:${sessionId}`;
};

const sumOf = <Row>(rows: readonly Row[], value: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + value(row), 0);

const thumbsOf = (answers: readonly Raw[]) =>
  answers.flatMap(({ said }) => said.filter(({ ratingType }) => ratingType === "binary"));

/**
 * The same, counted here from the raw rows one by one: the primary metric is the positive rate, and of named metrics there
 * are the signal copy and the score effort.
 */
export async function plainUsers(given: PlainExperiment): Promise<Record<string, PlainUser>> {
  const answers = await readRaw(given.projectId);
  const { projectId, experiment, startedAt, variants } = given;
  const events = await db().experimentExposure.findMany({ where: { projectId, experiment } });
  const all: Exposed[] = [
    ...answers
      .filter((answer) => answer.experiment === experiment)
      .map((answer) => ({ key: keyOf(answer), variant: answer.variant, at: answer.createdAt, answer })),
    ...events.map(({ raterKey, variant, exposedAt }) => ({
      key: raterKey,
      variant,
      at: exposedAt,
      answer: null,
    })),
  ];
  const counted = all
    .filter(({ at, variant }) => at >= startedAt && variants.includes(variant ?? ""))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
  const byUser = Map.groupBy(counted, ({ key }) => key);
  byUser.delete(null);
  return Object.fromEntries(
    [...byUser].map(([key, own]) => [key, plainUser(own, before(answers, String(key), startedAt))]),
  );
}

/** The thumbs that a user had given before, and left as they were. */
function before(answers: readonly Raw[], key: string, startedAt: Date) {
  const since = new Date(startedAt.getTime() - HISTORY_MS);
  const own = answers.filter(
    (answer) => keyOf(answer) === key && answer.createdAt < startedAt && answer.createdAt >= since,
  );
  return thumbsOf(own).filter(({ updatedAt }) => updatedAt < startedAt);
}

function plainUser(exposed: readonly Exposed[], history: ReturnType<typeof before>): PlainUser {
  const [first] = exposed;
  const firstAt = first?.at ?? new Date(0);
  const own = exposed.flatMap(({ answer }) => answer ?? []);
  const all = own.flatMap(({ said }) => said);
  const ofType = (type: string) => all.filter(({ ratingType }) => ratingType === type);
  const kept = all.flatMap(({ editKept }) => editKept ?? []);
  const efforts = all.flatMap((item) => (item.scoreName === "effort" ? (item.scoreValue ?? []) : []));
  const early = thumbsOf(own.filter(({ createdAt }) => createdAt.getTime() < firstAt.getTime() + WEEK_MS));
  const up = (items: readonly { ratingValue: number | null }[]) =>
    sumOf(items, (item) => item.ratingValue ?? 0);
  return {
    variant: first?.variant,
    firstExposedAt: firstAt.toISOString(),
    switched: new Set(exposed.map(({ variant }) => variant)).size > 1,
    interactions: own.length,
    rated: own.filter(({ said }) => said.some(({ ratingType }) => ratingType !== "score")).length,
    thumbs: ofType("binary").length,
    thumbsUp: up(ofType("binary")),
    stars: ofType("stars").length,
    starsSum: up(ofType("stars")),
    corrections: own.filter(({ said }) => said.some(({ ratingType }) => ratingType === "correction")).length,
    kept: kept.length,
    keptSum: round(sumOf(kept, (each) => each)),
    timed: own.filter(({ responseLatencyMs }) => responseLatencyMs !== null).length,
    latencyMs: sumOf(own, ({ responseLatencyMs }) => responseLatencyMs ?? 0),
    priced: own.filter(({ costUsd }) => costUsd !== null).length,
    costUsd: round(sumOf(own, ({ costUsd }) => costUsd ?? 0)),
    namedCounts: [own.length, efforts.length],
    namedSums: [own.filter(({ copied }) => copied).length, sumOf(efforts, (each) => each)],
    ...{ earlyCount: early.length, earlySum: up(early) },
    ...{ beforeCount: history.length, beforeSum: up(history) },
  };
}
