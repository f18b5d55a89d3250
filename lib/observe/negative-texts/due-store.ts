import { anyTime } from "#lib/platform/db/any-time.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { MOST_READ } from "./most-read.ts";

/** How many rows that a project has, and when the newest was given, from an index alone. */
const newestOf = (
  project: Prisma.Sql,
  table: "feedback" | "annotations",
  condition: Prisma.Sql,
  most: number,
) =>
  Prisma.sql`(
    SELECT count(*) AS n, max(created_at) AS newest FROM (
      SELECT created_at FROM ${Prisma.raw(table)} WHERE project_id = ${project} AND ${condition} AND ${anyTime}
      ORDER BY created_at DESC LIMIT ${most}::int
    ) AS newest
  )`;

/** What there is to group, in a few words that change when it does. */
const fingerprintOf = (project: Prisma.Sql) => Prisma.sql`
  SELECT concat_ws(' ', said.n, said.newest, edits.n, edits.newest, marks.n, marks.newest) AS fingerprint,
    said.n + edits.n + marks.n AS texts
  FROM ${newestOf(project, "feedback", Prisma.sql`feedback_comment IS NOT NULL`, MOST_READ.comments)} AS said,
    ${newestOf(project, "feedback", Prisma.sql`rating_type = 'correction'`, MOST_READ.edits)} AS edits,
    ${newestOf(project, "annotations", Prisma.sql`true`, MOST_READ.highlights)} AS marks`;

/** What a project has to group, in a few words that change when it does. */
export async function textsFingerprint(projectId: string): Promise<string> {
  const [row] = await db().$queryRaw<{ fingerprint: string }[]>(
    fingerprintOf(Prisma.sql`${projectId}::uuid`),
  );
  return row?.fingerprint ?? "";
}

/**
 * The projects with new negative texts since their themes were last looked for: a minute ago, or an hour where there are
 * many. Once a day all that have any, because texts are also taken back, and a new day has a new budget for names.
 */
export async function projectsToGroup(now: Date): Promise<string[]> {
  const at = Prisma.sql`${now.toISOString()}::text::timestamptz`;
  const rows = await db().$queryRaw<{ projectId: string }[]>`
    SELECT due.project_id::text AS "projectId"
    FROM (
      SELECT project.project_id, look.looked_at, look.fingerprint, look.texts
      FROM projects AS project LEFT JOIN theme_look AS look ON look.project_id = project.project_id
      WHERE project.deleted_at IS NULL AND (look.looked_at IS NULL
        OR look.looked_at < ${at} - CASE WHEN look.texts < 1000 THEN interval '1 minute' ELSE interval '1 hour' END)
      OFFSET 0
    ) AS due
    CROSS JOIN LATERAL (${fingerprintOf(Prisma.sql`due.project_id`)}) AS there
    WHERE CASE
      WHEN due.looked_at IS NULL THEN there.texts > 0
      WHEN due.looked_at < ${at} - interval '1 day' THEN there.texts > 0 OR due.texts > 0
      ELSE there.fingerprint <> due.fingerprint END`;
  return rows.map(({ projectId }) => projectId);
}
