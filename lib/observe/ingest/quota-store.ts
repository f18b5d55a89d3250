import { answerEventEntries } from "#lib/domain/answer-events.ts";
import { now } from "#lib/platform/clock.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import type { Statements } from "#lib/platform/db/statements.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import type { PreparedEvent } from "./event.ts";
import { type AnyRow, entryOf } from "./event-types.ts";
import type { WriteRequest } from "./write-request.ts";

/** How much is used, or allowed. */
interface Amount {
  events: number;
  bytes: number;
}

/** What an event adds to its answer besides its texts: roughly the size of a row. */
const EVENT_BYTES = 200;

/**
 * The share of each quota reserved for ratings, so that no one can block them by sending signals, highlights
 * and preferences.
 */
const KEPT_FOR_RATINGS = 1 / 5;

/** How many rows a project's daily count is spread over. */
const SHARDS = 8;

const DAY_MS = 86_400_000;

type Metered = PreparedEvent & { meteredBytes: number };

const isMetered = (event: PreparedEvent | Problem): event is Metered =>
  !(event instanceof Problem) && event.meteredBytes !== undefined;

/**
 * Applies the quotas of publishable keys, per answer and per project and day; events beyond them are
 * rejected. Ratings can use all of a quota, other events all but the reserved share. Groups written at the
 * same time do not see each other, so a quota can be exceeded by what is in progress.
 */
export async function withinQuotas(
  tx: Statements,
  requests: readonly WriteRequest[],
): Promise<readonly WriteRequest[]> {
  const metered = requests.flatMap(({ project, events }) =>
    events.filter(isMetered).map((event) => ({ project, event })),
  );
  if (metered.length === 0) return requests;
  const at = now();
  const [answers, days] = [
    await readAnswers(
      tx,
      metered.map(({ project, event }) => ({
        project_id: project.projectId,
        interaction_id: answerOf(event),
      })),
      Math.max(...metered.map(({ project }) => project.quotas.answerEvents)) + 1,
    ),
    await readDays(tx, [...new Set(metered.map(({ project }) => project.projectId))], at),
  ];
  const admit = ({ project }: WriteRequest, event: PreparedEvent | Problem): PreparedEvent | Problem => {
    if (!isMetered(event)) return event;
    const { projectId, quotas } = project;
    const more = { events: 1, bytes: event.meteredBytes };
    const answer = amountOf(answers, answerKey(projectId, answerOf(event)));
    const may = quotasFor(event, quotas);
    const answerFault = faultOf(answer, more, may.answerEvents, may.answerKilobytes * 1_000);
    if (answerFault) return answerRefusal(answerFault, may);
    const day = amountOf(days, projectId);
    const dayFault = faultOf(day, more, may.dayEvents, may.dayMegabytes * 1_000_000);
    if (dayFault) return dayRefusal(dayFault, may, at);
    for (const amount of [answer, day]) add(amount, more);
    return event;
  };
  return requests.map((request) =>
    wholeIfClaimed({ ...request, events: request.events.map((event) => admit(request, event)) }),
  );
}

/**
 * Counts the stored events of publishable keys, in the transaction that stored them. Rejected events do not
 * count, so no one can use up a project's quota with them.
 */
export async function countTaken(
  tx: Statements,
  requests: readonly WriteRequest[],
  isTaken: (project: ProjectContext, event: PreparedEvent) => boolean,
): Promise<void> {
  const taken = new Map<string, Amount>();
  for (const { project, events } of requests) {
    for (const event of events.filter(isMetered)) {
      if (!isTaken(project, event)) continue;
      add(amountOf(taken, project.projectId), { events: 1, bytes: event.meteredBytes });
    }
  }
  if (taken.size > 0) await countDays(tx, taken, now());
}

function add(amount: Amount, more: Amount): void {
  amount.events += more.events;
  amount.bytes += more.bytes;
}

/** A response that says to retry must not be stored under an Idempotency-Key. */
function wholeIfClaimed(request: WriteRequest): WriteRequest {
  const spent = request.events.find((event) => event instanceof Problem && event.code === "quota_spent");
  if (request.claim === null || !(spent instanceof Problem)) return request;
  return { ...request, events: request.events.map(() => spent), compose: () => spent };
}

/** The interaction that an event belongs to. */
const answerOf = ({ type, row }: PreparedEvent): string => entryOf(type).answerOf(row as AnyRow) ?? "";

const answerKey = (projectId: string, interactionId: string): string => `${projectId} ${interactionId}`;

function amountOf(amounts: Map<string, Amount>, key: string): Amount {
  const amount = amounts.get(key) ?? { events: 0, bytes: 0 };
  amounts.set(key, amount);
  return amount;
}

function faultOf(held: Amount, more: Amount, events: number, bytes: number): "events" | "bytes" | null {
  if (held.events + more.events > events) return "events";
  return held.bytes + more.bytes > bytes ? "bytes" : null;
}

type Quotas = WriteRequest["project"]["quotas"];

/** The part of the project's quotas that events of this type can use. */
function quotasFor({ type }: PreparedEvent, quotas: Quotas): Quotas {
  // Only ratings are limited by raters and types, since a newer one replaces the older; every preference adds
  // a row.
  if (entryOf(type).isRating) return quotas;
  const less = (amount: number): number => amount - Math.floor(amount * KEPT_FOR_RATINGS);
  return {
    ...quotas,
    answerEvents: less(quotas.answerEvents),
    answerKilobytes: less(quotas.answerKilobytes),
    dayEvents: less(quotas.dayEvents),
    dayMegabytes: less(quotas.dayMegabytes),
  };
}

/** This limit does not reset by itself, so the client is not told to retry. */
function answerRefusal(fault: "events" | "bytes", quotas: Quotas): Problem {
  const much = fault === "events" ? `${quotas.answerEvents} events` : `${quotas.answerKilobytes} kB`;
  return new Problem(
    "answer_full",
    `This event would exceed the project's limit of ${much} of this kind per answer from publishable keys. Nothing was stored. Use a secret key, or raise the limit under Settings > Quotas.`,
  );
}

function dayRefusal(fault: "events" | "bytes", quotas: Quotas, at: Date): Problem {
  const seconds = Math.max(1, Math.ceil((DAY_MS - (at.getTime() % DAY_MS)) / 1_000));
  const much = fault === "events" ? `${quotas.dayEvents} events` : `${quotas.dayMegabytes} MB`;
  return new Problem(
    "quota_spent",
    `This project's daily quota of ${much} of this kind from publishable keys is used up. Retry in ${seconds} s, when the next day (UTC) begins, or raise the quota under Settings > Quotas.`,
    { retryAfterSeconds: seconds },
  );
}

/** The sizes of an answer's events, of each type. */
const sizes = Prisma.raw(
  answerEventEntries
    .map(({ table, answer, texts, json }) => {
      const bytes = [
        ...texts.map((column) => `COALESCE(octet_length(${column}), 0)`),
        ...json.map((column) => `COALESCE(pg_column_size(${column}), 0)`),
      ];
      return `SELECT ${bytes.join(" + ") || "0"} AS bytes FROM ${table} AS t
        WHERE (t.project_id, t.${answer}) = (given.project_id, given.interaction_id)`;
    })
    .join(" UNION ALL "),
);

/**
 * What is stored on and pending for some answers. Reads lengths instead of texts; LIMIT keeps the planner
 * from joining.
 * @param most how many events of an answer to look at: secret keys can store any number on one.
 */
async function readAnswers(
  tx: Statements,
  answers: readonly { project_id: string; interaction_id: string }[],
  most: number,
): Promise<Map<string, Amount>> {
  const distinct = [
    ...new Map(answers.map((one) => [answerKey(one.project_id, one.interaction_id), one])).values(),
  ];
  const rows = await tx.$queryRaw<(Amount & { projectId: string; interactionId: string })[]>`
    /* prepared: hung_on_answers */ SELECT given.project_id::text AS "projectId", given.interaction_id AS "interactionId",
      hung.events, hung.bytes
    FROM jsonb_to_recordset(${JSON.stringify(distinct)}::jsonb) AS given(project_id uuid, interaction_id text)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS events, COALESCE(sum(${EVENT_BYTES}::int + bytes), 0)::float8 AS bytes FROM (SELECT bytes FROM (
        ${sizes}
        UNION ALL
        SELECT pg_column_size(w.row) FROM awaited_events AS w
        WHERE (w.project_id, w.interaction_id) = (given.project_id, given.interaction_id)
      ) AS each LIMIT ${most}::int) AS few LIMIT 1
    ) AS hung`;
  return new Map(
    rows.map(({ projectId, interactionId, events, bytes }) => [
      answerKey(projectId, interactionId),
      { events, bytes },
    ]),
  );
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

async function readDays(
  tx: Statements,
  projectIds: readonly string[],
  at: Date,
): Promise<Map<string, Amount>> {
  const rows = await tx.$queryRaw<(Amount & { projectId: string })[]>`
    SELECT project_id::text AS "projectId", sum(events)::float8 AS events, sum(bytes)::float8 AS bytes FROM write_days
    WHERE project_id = ANY(${[...projectIds]}::uuid[]) AND day = ${dayOf(at)}::date GROUP BY project_id`;
  return new Map(rows.map(({ projectId, events, bytes }) => [projectId, { events, bytes }]));
}

async function countDays(tx: Statements, taken: ReadonlyMap<string, Amount>, at: Date): Promise<void> {
  const shard = Math.floor(Math.random() * SHARDS);
  const given = [...taken].map(([project_id, amount]) => ({ project_id, ...amount }));
  await tx.$executeRaw`
    INSERT INTO write_days AS w (project_id, day, shard, events, bytes)
    SELECT project_id, ${dayOf(at)}::date, ${shard}::smallint, events, bytes
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS given(project_id uuid, events int, bytes bigint)
    ORDER BY project_id
    ON CONFLICT (project_id, day, shard) DO UPDATE
      SET events = w.events + EXCLUDED.events, bytes = w.bytes + EXCLUDED.bytes`;
}

/** Deletes the counts of past days. */
export async function deletePastWriteDays(at: Date): Promise<void> {
  await db().writeDay.deleteMany({ where: { day: { lt: new Date(at.getTime() - 2 * DAY_MS) } } });
}
