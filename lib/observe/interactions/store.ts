import { byCohort } from "#lib/domain/dimensions.ts";
import { Prisma } from "#lib/platform/db/client.ts";
import type { Statements } from "#lib/platform/db/statements.ts";
import type { InteractionRow } from "./interaction-row.ts";

/** What is now stored under the ID of a row. */
export interface StoredInteraction {
  createdAt: Date;
  receivedAt: Date;
  fingerprint: string | null;
  userHash: string | null;
  sessionId: string | null;
  /** Whether pending events are waiting for it. */
  awaited: boolean;
}

/** A shadow answer is written elsewhere (../shadows). */
type Column = Exclude<keyof InteractionRow, "shadow_of">;

/** The columns that a row is written to, with their types. */
const types = {
  project_id: "uuid",
  interaction_id: "text",
  feature_name: "text",
  model_name: "text",
  input: "text",
  prompt_text: "text",
  prompt_template: "text",
  prompt_version: "text",
  prompt_variables: "jsonb",
  retrieved_context: "jsonb",
  response_text: "text",
  citations: "jsonb",
  tool_calls: "jsonb",
  model_params: "jsonb",
  response_latency_ms: "int",
  input_tokens: "int",
  output_tokens: "int",
  token_count: "int",
  cost_usd: "double precision",
  finish_reason: "text",
  user_hash: "text",
  session_id: "text",
  ...byCohort(() => "text"),
  experiment: "text",
  variant: "text",
  metadata: "jsonb",
  created_at: "timestamptz",
  received_at: "timestamptz",
  in_progress: "boolean",
  clipped: "jsonb",
  fingerprint: "text",
} satisfies Record<Column, string>;

const allColumns = Object.keys(types) as Column[];

/** Those that are inserted as they are; a fingerprint is decoded. */
const columns = Prisma.raw(allColumns.filter((column) => column !== "fingerprint").join(", "));

const recordset = Prisma.raw(allColumns.map((column) => `${column} ${types[column]}`).join(", "));

/** Columns that name a row, or that a later log of the same answer sets by a rule of their own. */
const ruled: ReadonlySet<Column> = new Set([
  ...(["project_id", "interaction_id", "feature_name", "model_name", "response_text"] as const),
  ...(["user_hash", "session_id", "created_at", "received_at", "in_progress"] as const),
  ...(["clipped", "fingerprint"] as const),
]);

/** All others are filled in by a later log of the same answer; what it omits stays as before. */
const filled = Prisma.raw(
  allColumns
    .filter((column) => !ruled.has(column))
    .map((column) => `${column} = COALESCE(given.${column}, i.${column})`)
    .join(", "),
);

/**
 * Stores rows of any projects, and marks them for counting and indexing. Existing rows stay unchanged, except
 * that an interaction that came inline with a rating, or was logged in progress, is completed by a later log.
 * Of several rows with the same ID, the first complete one is stored. Returns a result for each row, in the
 * given order.
 */
export async function insertInteractions(
  tx: Statements,
  rows: readonly InteractionRow[],
): Promise<StoredInteraction[]> {
  const first = new Map<string, InteractionRow>();
  for (const row of rows) {
    const there = first.get(nameOf(row));
    if (!there || completes(row, there)) first.set(nameOf(row), row);
  }
  const stored = new Map<string, StoredInteraction>();
  // A row can exist when we insert and be deleted before we read it; then insert it again.
  for (let left = inOrder(first); left.length > 0; left = left.filter((row) => !stored.has(nameOf(row)))) {
    for (const found of await insertNew(tx, left)) stored.set(nameOf(found), storedAs(first, found));
    const there = left.filter((row) => !stored.has(nameOf(row)));
    for (const found of there.length > 0 ? await completeOrRead(tx, there) : [])
      stored.set(nameOf(found), found);
  }
  return rows.map((row) => stored.get(nameOf(row)) as StoredInteraction);
}

/** A logged interaction takes precedence over an inline one, and a complete answer over a partial one. */
const completes = (row: InteractionRow, there: InteractionRow): boolean =>
  there.in_progress
    ? !row.in_progress || row.response_text.length >= there.response_text.length
    : there.fingerprint === null && row.fingerprint !== null && !row.in_progress;

interface Named {
  project_id: string;
  interaction_id: string;
}

const nameOf = (row: Named): string => `${row.project_id} ${row.interaction_id}`;

/** All transactions insert in the same order, so that two with the same IDs cannot deadlock. */
const inOrder = (rows: ReadonlyMap<string, InteractionRow>): InteractionRow[] =>
  [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);

function storedAs(rows: ReadonlyMap<string, InteractionRow>, found: Named & { awaited: boolean }) {
  const row = rows.get(nameOf(found)) as InteractionRow;
  return {
    createdAt: new Date(row.created_at),
    receivedAt: new Date(row.received_at),
    fingerprint: row.fingerprint,
    userHash: row.user_hash ?? null,
    sessionId: row.session_id ?? null,
    awaited: found.awaited,
  };
}

/** Inserts new rows and returns them. A fast path: nearly all rows are new. */
function insertNew(
  tx: Statements,
  rows: readonly InteractionRow[],
): Promise<(Named & { awaited: boolean })[]> {
  const statement = Prisma.sql`
    /* prepared: insert_interactions */ WITH stored AS (
      INSERT INTO interactions AS i (${columns}, fingerprint)
      SELECT ${columns}, decode(fingerprint, 'hex')
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS given(${recordset})
      ON CONFLICT (project_id, interaction_id) DO NOTHING
      RETURNING i.project_id, i.interaction_id, i.created_at, EXISTS (SELECT FROM awaited_events AS a
        WHERE a.project_id = i.project_id AND a.interaction_id = i.interaction_id)
        OR EXISTS (SELECT FROM awaited_events AS a
        WHERE a.project_id = i.project_id AND a.session_id = i.session_id) AS awaited
    ),
    marked AS (
      INSERT INTO metric_marks (project_id, minute)
      SELECT DISTINCT project_id, date_trunc('minute', created_at, 'UTC') FROM stored
    ),
    searched AS (
      INSERT INTO search_marks (project_id, minute)
      SELECT DISTINCT project_id, date_trunc('minute', created_at, 'UTC') FROM stored
    )
    SELECT project_id::text AS project_id, interaction_id, awaited FROM stored`;
  return tx.$queryRaw(statement);
}

/**
 * Completes inline and in-progress interactions, and returns what is stored under these IDs. Skips rows that
 * another transaction has just completed, so that they are read again. LIMIT 1 keeps the planner from
 * joining: a plan made while the table was small would read all of it. The user and session of an in-progress
 * answer stay, because its token contains them.
 */
const completeOrRead = (tx: Statements, rows: readonly InteractionRow[]) =>
  tx.$queryRaw<(Named & StoredInteraction)[]>`
    /* prepared: complete_interactions */ WITH given AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(${recordset})
    ),
    earlier AS (
      SELECT i.* FROM given CROSS JOIN LATERAL (
        SELECT i.project_id, i.interaction_id, i.created_at, i.received_at, i.fingerprint, i.in_progress, i.user_hash, i.session_id
        FROM interactions AS i WHERE (i.project_id, i.interaction_id) = (given.project_id, given.interaction_id) LIMIT 1
      ) AS i
    ),
    completed AS (
      UPDATE interactions AS i SET ${filled}, feature_name = given.feature_name, model_name = given.model_name,
        response_text = given.response_text, clipped = given.clipped, in_progress = given.in_progress,
        user_hash = CASE WHEN i.in_progress THEN COALESCE(i.user_hash, given.user_hash) ELSE given.user_hash END,
        session_id = CASE WHEN i.in_progress THEN COALESCE(i.session_id, given.session_id) ELSE given.session_id END,
        created_at = CASE WHEN i.in_progress THEN i.created_at ELSE given.created_at END,
        fingerprint = decode(given.fingerprint, 'hex')
      FROM given
      WHERE (i.project_id, i.interaction_id) = (given.project_id, given.interaction_id)
        AND given.fingerprint IS NOT NULL
        AND CASE
          WHEN i.in_progress THEN NOT given.in_progress OR length(given.response_text) >= length(i.response_text)
          ELSE i.fingerprint IS NULL AND NOT given.in_progress AND (i.feature_name, i.model_name, i.response_text)
            = (given.feature_name, given.model_name, given.response_text)
        END
      RETURNING i.project_id, i.interaction_id, i.created_at, i.received_at, i.fingerprint, i.user_hash, i.session_id
    ),
    marked AS (
      INSERT INTO metric_marks (project_id, minute)
      SELECT DISTINCT project_id, date_trunc('minute', moment, 'UTC') FROM (
        SELECT project_id, created_at AS moment FROM completed
        UNION ALL SELECT project_id, earlier.created_at FROM earlier JOIN completed USING (project_id, interaction_id)
      ) AS moments
    ),
    searched AS (
      INSERT INTO search_marks (project_id, minute, interaction_id)
      SELECT project_id, date_trunc('minute', created_at, 'UTC'), interaction_id FROM completed
    )
    SELECT project_id::text AS project_id, interaction_id,
      COALESCE(completed.created_at, earlier.created_at) AS "createdAt",
      COALESCE(completed.received_at, earlier.received_at) AS "receivedAt",
      encode(COALESCE(completed.fingerprint, earlier.fingerprint), 'hex') AS fingerprint,
      COALESCE(completed.user_hash, earlier.user_hash) AS "userHash",
      COALESCE(completed.session_id, earlier.session_id) AS "sessionId", false AS awaited
    FROM earlier LEFT JOIN completed USING (project_id, interaction_id)
    LEFT JOIN given USING (project_id, interaction_id)
    WHERE completed.interaction_id IS NOT NULL OR NOT earlier.in_progress OR given.in_progress OR given.fingerprint IS NULL`;
