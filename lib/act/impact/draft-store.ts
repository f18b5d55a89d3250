import { type FixLink, fixLinkSchema } from "#lib/domain/problem-lifecycle.ts";
import { now } from "#lib/platform/clock.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { HOLD_OUT } from "./improvement.ts";
import { COMPLAINT_DAYS } from "./schema.ts";

const DAY_MS = 86_400_000;

/** How far back something may have shipped that becomes a draft, and most drafts at once. */
const [SHIPPED_DAYS, AT_ONCE] = [14, 100];

type Draft = Prisma.ImprovementCreateManyInput;

/** Who drafts what nobody wrote down. */
const WHETSTONE = "Whetstone";

/**
 * Drafts an improvement of each problem that was fixed and each prompt version that became production, once. A person words
 * and publishes it. A version that fixed a problem is told of as that problem.
 */
export async function draftImprovements(): Promise<void> {
  const since = new Date(now().getTime() - SHIPPED_DAYS * DAY_MS);
  const problems = await draftsOfProblems(since);
  await keep(problems);
  await keep(await draftsOfVersions(since));
}

const keep = async (drafts: Draft[]): Promise<void> => {
  if (drafts.length > 0) await db().improvement.createMany({ data: drafts, skipDuplicates: true });
};

const common = () => ({
  ...{ improvementId: newId(), holdOut: HOLD_OUT, createdBy: WHETSTONE, createdAt: now() },
});

async function draftsOfProblems(since: Date): Promise<Draft[]> {
  const rows = await db().$queryRaw<ProblemRow[]>`
    SELECT project_id::text AS "projectId", problem_id::text AS "problemId", title, scope, category, link,
      began_at AS "beganAt", fixed_at AS "fixedAt"
    FROM problem WHERE state IN ('fixed', 'verified') AND fixed_at >= ${since.toISOString()}::text::timestamptz
      AND NOT EXISTS (SELECT FROM improvement WHERE improvement.project_id = problem.project_id
        AND improvement.source_key = 'problem:' || problem.problem_id)
    ORDER BY fixed_at LIMIT ${AT_ONCE}`;
  return rows
    .filter(({ beganAt, fixedAt }) => beganAt < fixedAt)
    .map(({ projectId, problemId, title, scope, category, link, beganAt, fixedAt }) => ({
      ...common(),
      ...{ projectId, source: "problem", sourceKey: `problem:${problemId}`, problemId, scope: scope ?? {} },
      ...versionOf(link),
      ...{ name: title.slice(0, 128), categories: category === null ? [] : [category] },
      ...{ since: beganAt, shippedAt: fixedAt },
    }));
}

interface ProblemRow {
  projectId: string;
  problemId: string;
  title: string;
  scope: Prisma.InputJsonValue;
  category: string | null;
  link: unknown;
  beganAt: Date;
  fixedAt: Date;
}

/** The version that fixed a problem, if one did. */
function versionOf(link: unknown): { template?: string; version?: string } {
  const fix: FixLink | undefined = fixLinkSchema.safeParse(link).data;
  return fix?.kind === "prompt_version" ? { template: fix.template, version: fix.version } : {};
}

async function draftsOfVersions(since: Date): Promise<Draft[]> {
  const rows = await db().$queryRaw<MoveRow[]>`
    SELECT DISTINCT ON (move.project_id, move.template, to_version) move.project_id::text AS "projectId", move.template,
      to_version AS version, moved_at AS "movedAt"
    FROM prompt_label_move AS move
    JOIN prompt_label AS label USING (project_id, template, label)
    JOIN prompt_version AS before ON before.project_id = move.project_id AND before.template = move.template
      AND before.version = move.from_version
    JOIN prompt_version AS after ON after.project_id = move.project_id AND after.template = move.template
      AND after.version = move.to_version
    WHERE move.label = 'production' AND label.version = move.to_version AND after.created_at > before.created_at
      AND moved_at >= ${since.toISOString()}::text::timestamptz
      AND NOT EXISTS (SELECT FROM improvement WHERE improvement.project_id = move.project_id
        AND improvement.template = move.template AND improvement.version = move.to_version)
    ORDER BY move.project_id, move.template, to_version, moved_at LIMIT ${AT_ONCE}`;
  return rows.map(({ projectId, template, version, movedAt }) => ({
    ...common(),
    ...{ projectId, source: "prompt_version", sourceKey: `prompt:${template}:${version}`, template, version },
    ...{ name: `${version} of ${template}`.slice(0, 128), scope: { prompt_template: template } },
    ...{ since: new Date(movedAt.getTime() - COMPLAINT_DAYS * DAY_MS), shippedAt: movedAt },
  }));
}

interface MoveRow {
  projectId: string;
  template: string;
  version: string;
  movedAt: Date;
}
