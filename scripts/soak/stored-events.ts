import { SessionClient } from "#lib/platform/db/session.ts";
import type { StoredEvent } from "./sent-event.ts";

/**
 * Every event of a project as it lies in the database, by SQL and past the code that wrote it. What still waits for its
 * interaction counts as there only while that is not there: afterwards it should have been joined.
 */
export async function storedEvents(databaseUrl: string, projectId: string): Promise<StoredEvent[]> {
  const client = new SessionClient({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<StoredEvent>(
      `SELECT 'interaction' AS kind, interaction_id AS id, session_id AS marker FROM interactions WHERE project_id = $1
       UNION ALL SELECT 'feedback', feedback_id, session_id FROM feedback WHERE project_id = $1
       UNION ALL SELECT 'annotation', annotation_id, session_id FROM annotations WHERE project_id = $1
       UNION ALL SELECT 'signal', signal_id, session_id FROM signals WHERE project_id = $1
       UNION ALL SELECT kind::text, event_id, row ->> 'session_id' FROM awaited_events AS waiting
         WHERE project_id = $1 AND NOT EXISTS (SELECT 1 FROM interactions AS come
           WHERE come.project_id = $1 AND come.interaction_id = waiting.interaction_id)`,
      [projectId],
    );
    return rows;
  } finally {
    await client.end();
  }
}
