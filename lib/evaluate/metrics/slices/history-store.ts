import { BEYOND } from "#lib/domain/beyond.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";

/** When a feature first had answers from a model and a prompt version; "" means none. */
export interface FirstUse {
  featureName: string;
  modelName: string;
  promptTemplate: string;
  promptVersion: string;
  /** The start of the day (UTC) of its first answer. */
  day: Date;
  /** The hour of its first answer; null if before the day of `since`. */
  hour: Date | null;
}

/**
 * First uses over all of a project's time before `until`. The primary key holds all that is asked of the days, so their
 * rows are not read; hours are looked up for what first appeared on `since`'s day or later.
 */
export function readFirstUses(
  projectId: string,
  feature: string | undefined,
  since: Date,
  until: Date,
): Promise<FirstUse[]> {
  const ofFeature = feature === undefined ? Prisma.empty : Prisma.sql`AND feature_name = ${feature}`;
  return db().$queryRaw`
    WITH firsts AS (
      SELECT feature_name, model_name, prompt_template, prompt_version, min(start) AS day FROM metric_slices
      WHERE project_id = ${projectId}::uuid AND cube = 'core' AND width = 'day'
        AND start < ${until.toISOString()}::timestamptz ${ofFeature}
        AND ${BEYOND} NOT IN (feature_name, model_name, prompt_template, prompt_version)
      GROUP BY feature_name, model_name, prompt_template, prompt_version
    )
    SELECT feature_name AS "featureName", model_name AS "modelName", prompt_template AS "promptTemplate",
      prompt_version AS "promptVersion", day, CASE WHEN day >= date_trunc('day', ${since.toISOString()}::timestamptz, 'UTC') THEN (
        SELECT hour.start FROM metric_slices AS hour
        WHERE hour.project_id = ${projectId}::uuid AND hour.cube = 'core' AND hour.width = 'hour'
          AND hour.start >= day AND hour.start < day + interval '24 hours'
          AND (hour.feature_name, hour.model_name, hour.prompt_template, hour.prompt_version)
            = (firsts.feature_name, firsts.model_name, firsts.prompt_template, firsts.prompt_version)
        ORDER BY hour.start LIMIT 1
      ) END AS hour
    FROM firsts`;
}

/** The lifetime of a prompt version, in hours (UTC). */
export interface PromptLife {
  promptTemplate: string;
  promptVersion: string;
  /** The hour of its first answer. */
  firstAt: Date;
  /** The hour of its first answer that got a thumbs down; null if none did. */
  firstDownAt: Date | null;
}

/** Maximum prompt versions returned; the newest are kept. */
const LIVES_MAX = 1_000;

/** The prompt versions of a project's answers before `until`, oldest first (the newest, if there are many). */
export function readPromptLives(
  projectId: string,
  feature: string | undefined,
  until: Date,
): Promise<PromptLife[]> {
  const chosen = Prisma.sql`project_id = ${projectId}::uuid AND cube = 'core'
    AND start < ${until.toISOString()}::timestamptz ${feature === undefined ? Prisma.empty : Prisma.sql`AND feature_name = ${feature}`}`;
  const hourOf = (day: Prisma.Sql, and = Prisma.empty) => Prisma.sql`(
    SELECT start FROM metric_slices WHERE ${chosen} AND width = 'hour' AND start >= ${day} AND start < ${day} + interval '24 hours'
      AND (prompt_template, prompt_version) = (days.prompt_template, days.prompt_version) ${and} ORDER BY start LIMIT 1)`;
  return db().$queryRaw`
    SELECT prompt_template AS "promptTemplate", prompt_version AS "promptVersion",
      COALESCE(${hourOf(Prisma.sql`days.first`)}, days.first) AS "firstAt",
      COALESCE(${hourOf(Prisma.sql`days.first_down`, Prisma.sql`AND thumbs_down > 0`)}, days.first_down) AS "firstDownAt"
    FROM (
      SELECT prompt_template, prompt_version, min(start) AS first, min(start) FILTER (WHERE thumbs_down > 0) AS first_down
      FROM metric_slices WHERE ${chosen} AND width = 'day' AND prompt_version <> ''
        AND ${BEYOND} NOT IN (prompt_template, prompt_version)
      GROUP BY prompt_template, prompt_version ORDER BY first DESC LIMIT ${LIVES_MAX}::int
    ) AS days ORDER BY "firstAt", prompt_template, prompt_version`;
}

/** A prompt version that a project's answers tell of. */
export interface LoggedPrompt {
  promptTemplate: string;
  promptVersion: string;
  /** The start of the day (UTC) of its first answer. */
  firstAt: Date;
  /** The time of its newest answer. */
  lastAt: Date;
  interactions: number;
}

/**
 * The prompt versions of all of a project's answers, or of those with a template, newest first (the newest, if there are
 * many).
 */
export function readLoggedPrompts(projectId: string, template: string | undefined): Promise<LoggedPrompt[]> {
  const ofTemplate =
    template === undefined
      ? Prisma.sql`AND prompt_template <> ''`
      : Prisma.sql`AND prompt_template = ${template}`;
  return db().$queryRaw`
    SELECT prompt_template AS "promptTemplate", prompt_version AS "promptVersion", min(start) AS "firstAt",
      max(last_at) AS "lastAt", sum(interactions)::int AS interactions
    FROM metric_slices WHERE project_id = ${projectId}::uuid AND cube = 'prompt' AND width = 'day' AND prompt_version <> ''
      AND ${BEYOND} NOT IN (prompt_template, prompt_version) ${ofTemplate}
    GROUP BY prompt_template, prompt_version ORDER BY "firstAt" DESC, prompt_template, prompt_version
    LIMIT ${LIVES_MAX}::int`;
}

/** The time of a project's newest answer; null if it has none. */
export async function readLastAt(projectId: string): Promise<Date | null> {
  const [last] = await db().$queryRaw<{ at: Date | null }[]>`
    SELECT max(last_at) AS at FROM metric_slices
    WHERE project_id = ${projectId}::uuid AND cube = 'core' AND width = 'day' AND start = (
      SELECT start FROM metric_slices WHERE project_id = ${projectId}::uuid AND cube = 'core' AND width = 'day'
      ORDER BY start DESC LIMIT 1)`;
  return last?.at ?? null;
}
