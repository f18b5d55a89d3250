import { db } from "#lib/platform/db/client.ts";
import { eventStore } from "../interactions/index.ts";
import type { EventOrigin, RaterIdentity } from "../raters/index.ts";
import type { AnnotationRow } from "./annotation-row.ts";

/** Stores annotations. If an ID is used again, the first one stays. */
export const insertAnnotations = eventStore<AnnotationRow>({
  name: "annotations",
  idColumn: "annotation_id",
  timeColumn: "created_at",
  counted: false,
  columns: {
    project_id: "uuid",
    annotation_id: "text",
    interaction_id: "text",
    quote_exact: "text",
    quote_prefix: "text",
    quote_suffix: "text",
    position_start: "int",
    position_end: "int",
    category: "text",
    comment: "text",
    rater: "text",
    user_hash: "text",
    session_id: "text",
    created_at: "timestamptz",
  },
});

/**
 * Deletes an annotation, even one pending for its interaction. Returns false if there is none with this ID.
 */
export async function deleteAnnotation(projectId: string, annotationId: string): Promise<boolean> {
  const [gone] = await db().$queryRaw<{ count: number }[]>`
    WITH gone AS (
      DELETE FROM annotations
      WHERE (project_id, annotation_id) = (${projectId}::uuid, ${annotationId}) RETURNING interaction_id
    ),
    searched AS (
      INSERT INTO search_marks (project_id, minute, interaction_id)
      SELECT ${projectId}::uuid, date_trunc('minute', now(), 'UTC'), interaction_id FROM gone
    ),
    awaited AS (
      DELETE FROM awaited_events
      WHERE (project_id, kind, event_id) = (${projectId}::uuid, 'annotation', ${annotationId}) RETURNING 1
    )
    SELECT ((SELECT count(*) FROM gone) + (SELECT count(*) FROM awaited))::int AS count`;
  return (gone?.count ?? 0) > 0;
}

/** The interaction of a stored or pending annotation, and its rater; null if there is no such annotation. */
export async function findAnnotation(projectId: string, annotationId: string): Promise<EventOrigin | null> {
  const [found] = await db().$queryRaw<(EventOrigin & RaterIdentity)[]>`
    SELECT interaction_id AS "interactionId", rater, user_hash AS "userHash", session_id AS "sessionId" FROM annotations
    WHERE (project_id, annotation_id) = (${projectId}::uuid, ${annotationId})
    UNION ALL SELECT interaction_id, row->>'rater', row->>'user_hash', row->>'session_id' FROM awaited_events
    WHERE (project_id, kind, event_id) = (${projectId}::uuid, 'annotation', ${annotationId})`;
  return found ?? null;
}
