import { impactClaimSchema } from "#lib/domain/impact-claim.ts";
import { scopeJson, scopeOfJson, scopeSchema } from "#lib/domain/scope.ts";
import { now } from "#lib/platform/clock.ts";
import { db, type Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { orProjectGone } from "#lib/platform/db/project-gone.ts";
import { newId } from "#lib/platform/ids.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { Improvement, ImprovementSource, ImprovementState, SilentReason } from "./improvement.ts";
import { COMPLAINT_DAYS, type ImprovementChange, type NewImprovement } from "./schema.ts";
import { silentReason } from "./silent-store.ts";

/** Most improvements of a project that are listed, the newest, and most that somebody can write down. */
const [LISTED_MAX, WRITTEN_MAX] = [200, 1_000];

const DAY_MS = 86_400_000;

const withTexts = {
  texts: { select: { language: true, title: true, description: true }, orderBy: { language: "asc" } },
} as const satisfies Prisma.ImprovementInclude;

type Row = Prisma.ImprovementGetPayload<{ include: typeof withTexts }>;

const keyOf = (projectId: string, improvementId: string) => ({
  projectId_improvementId: { projectId, improvementId },
});

/** A project's improvements, the newest first. */
export async function listImprovements(
  projectId: string,
  { state }: { state?: ImprovementState | undefined } = {},
): Promise<Improvement[]> {
  const rows = await db().improvement.findMany({
    where: { projectId, ...(state === undefined ? {} : { state }) },
    include: withTexts,
    orderBy: [{ shippedAt: "desc" }, { improvementId: "desc" }],
    take: LISTED_MAX,
  });
  const silent = await readSilent(
    db(),
    projectId,
    rows.map(({ improvementId }) => improvementId),
  );
  return rows.map((row) => toImprovement(row, silent.get(row.improvementId) ?? null));
}

/**
 * One improvement.
 * @throws Problem 404 where there is none with this id.
 */
export async function findImprovement(
  projectId: string,
  improvementId: string,
  tx: Transaction = db(),
): Promise<Improvement> {
  const row = await tx.improvement.findUnique({ where: keyOf(projectId, improvementId), include: withTexts });
  if (!row) throw new Problem("not_found", `No improvement with the id ${improvementId}.`);
  const silent = await readSilent(tx, projectId, [improvementId]);
  return toImprovement(row, silent.get(improvementId) ?? null);
}

/** Why nobody is told of each of some improvements. */
async function readSilent(
  tx: Transaction,
  projectId: string,
  improvementIds: readonly string[],
): Promise<Map<string, SilentReason>> {
  const rows = await tx.$queryRaw<{ improvementId: string; silent: SilentReason | null }[]>`
    SELECT improvement_id::text AS "improvementId", ${silentReason} AS silent FROM improvement
    WHERE project_id = ${projectId}::uuid AND improvement_id = ANY(${[...improvementIds]}::text[]::uuid[])`;
  return new Map(rows.flatMap(({ improvementId, silent }) => (silent ? [[improvementId, silent]] : [])));
}

function toImprovement(
  { projectId: _, sourceKey: __, claimedAt: ___, template, version, problemId, ...row }: Row,
  silent: SilentReason | null,
): Improvement {
  return {
    ...row,
    source: sourceOf(row.source, { template, version, problemId }),
    scope: scopeOfJson(scopeSchema.parse(row.scope)),
    claim: row.claim === null ? null : impactClaimSchema.parse(row.claim),
    silent,
  };
}

function sourceOf(
  kind: Row["source"],
  { template, version, problemId }: Pick<Row, "template" | "version" | "problemId">,
): ImprovementSource {
  if (kind === "prompt_version") return { kind, template: template ?? "", version: version ?? "" };
  return kind === "problem" ? { kind, problemId: problemId ?? "" } : { kind };
}

/** Writes down an improvement as a draft. */
export async function createImprovement(
  projectId: string,
  made: NewImprovement,
  by: string,
): Promise<Improvement> {
  const improvementId = newId();
  const { name, scope, categories, shipped_at: shippedAt, hold_out: holdOut, texts } = made;
  return db()
    .$transaction(async (tx) => {
      if ((await tx.improvement.count({ where: { projectId, source: "manual" } })) >= WRITTEN_MAX)
        throw new Problem("conflict", `A project can have at most ${WRITTEN_MAX} improvements by hand.`);
      await tx.improvement.create({
        data: {
          ...{ projectId, improvementId, source: "manual", name, categories, shippedAt, holdOut },
          scope: scopeJson(scopeOfJson(scope)),
          since: made.since ?? new Date(shippedAt.getTime() - COMPLAINT_DAYS * DAY_MS),
          ...{ createdBy: by, createdAt: now() },
          texts: { create: texts },
        },
        select: { improvementId: true },
      });
      return findImprovement(projectId, improvementId, tx);
    })
    .catch(orProjectGone);
}

/**
 * Changes what an improvement is about, or what users are told.
 * @throws Problem 404 where there is none, 409 where it is no draft and more than its texts would change.
 */
export async function changeImprovement(
  tx: Transaction,
  projectId: string,
  improvementId: string,
  { state: _, texts, ...about }: ImprovementChange,
): Promise<Improvement> {
  await tx.$queryRaw`SELECT FROM improvement WHERE project_id = ${projectId}::uuid
    AND improvement_id = ${improvementId}::uuid FOR UPDATE`;
  const before = await findImprovement(projectId, improvementId, tx);
  const named = Object.keys(about);
  if (before.state !== "draft" && named.length > 0)
    throw new Problem(
      "conflict",
      `It was ${before.state} already: ${named.join(", ")} can be changed in a draft only.`,
    );
  const since = about.since ?? before.since;
  const shippedAt = about.shipped_at ?? before.shippedAt;
  if (since >= shippedAt)
    throw new Problem("invalid_body", "since must be before shipped_at.", {
      errors: [{ path: "since", message: "must be before shipped_at" }],
    });
  await tx.improvement.update({
    where: keyOf(projectId, improvementId),
    data: {
      ...{ name: about.name, categories: about.categories, holdOut: about.hold_out, since, shippedAt },
      scope: about.scope && scopeJson(scopeOfJson(about.scope)),
      ...(texts && { texts: { deleteMany: {}, create: texts } }),
    },
    select: { improvementId: true },
  });
  return findImprovement(projectId, improvementId, tx);
}

/** Keeps what the data say of an improvement. */
export async function keepClaim(
  projectId: string,
  improvementId: string,
  claim: NonNullable<Improvement["claim"]>,
): Promise<void> {
  await db().improvement.updateMany({
    where: { projectId, improvementId },
    data: { claim, claimedAt: now() },
  });
}

/** Improvements to look at again: what people are told of, that shipped within some time. */
export const claimsToWeigh = (projectId: string, since: Date): Promise<{ improvementId: string }[]> =>
  db().improvement.findMany({
    where: { projectId, state: "published", shippedAt: { gte: since } },
    select: { improvementId: true },
  });

/** Projects with published improvements that shipped since a moment and were last looked at before another. */
export async function projectsToWeigh(since: Date, lookedBefore: Date): Promise<string[]> {
  const rows = await db().$queryRaw<{ projectId: string }[]>`
    SELECT DISTINCT project_id::text AS "projectId" FROM improvement
    WHERE state = 'published' AND shipped_at >= ${since.toISOString()}::text::timestamptz
      AND (claimed_at IS NULL OR claimed_at < ${lookedBefore.toISOString()}::text::timestamptz)`;
  return rows.map(({ projectId }) => projectId);
}
