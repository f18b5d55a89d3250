import { Prisma, type Transaction } from "#lib/platform/db/client";
import { settleAll } from "#lib/platform/db/settle-all";
import type { InteractionRow } from "./interaction-row.ts";

/** What lies under the id of a row now. */
export interface StoredInteraction {
  createdAt: Date;
  receivedAt: Date;
  fingerprint: string | null;
  /** Whether events came before it that wait to be joined. */
  awaited: boolean;
}

const columns = Prisma.sql`project_id, interaction_id, feature_name, model_name, input, prompt_text, prompt_template,
  prompt_version, retrieved_context, response_text, citations, model_params, response_latency_ms, input_tokens,
  output_tokens, token_count, cost_usd, finish_reason, user_hash, session_id, tenant, language, segment, experiment,
  variant, metadata, created_at, received_at`;

const recordset = Prisma.sql`project_id uuid, interaction_id text, feature_name text, model_name text, input text, prompt_text text,
  prompt_template text, prompt_version text, retrieved_context jsonb, response_text text, citations jsonb,
  model_params jsonb, response_latency_ms int, input_tokens int, output_tokens int, token_count int,
  cost_usd double precision, finish_reason text, user_hash text, session_id text, tenant text, language text,
  segment text, experiment text, variant text, metadata jsonb, created_at timestamptz, received_at timestamptz,
  fingerprint text`;

/** The names of the recordset's fields. */
const fields = Prisma.sql`${columns}, fingerprint`;

/** All columns but the keys, for an inline interaction that is told of in full afterwards. */
const completed = Prisma.raw(
  `input, prompt_text, prompt_template, prompt_version, retrieved_context, citations, model_params, response_latency_ms,
  input_tokens, output_tokens, token_count, cost_usd, finish_reason, user_hash, session_id, tenant, language, segment,
  experiment, variant, metadata, created_at, fingerprint`
    .split(/,\s*/)
    .map((column) => `${column} = EXCLUDED.${column}`)
    .join(", "),
);

/**
 * Stores rows of any projects in one statement, and marks their hours to be counted again. An id that is there already
 * is left as it is, except that an interaction which came inline with a rating is completed by the one that logs it; of
 * rows with the same id the first is stored. Answers for each row, in the order given.
 */
export async function insertInteractions(
  tx: Transaction,
  rows: readonly InteractionRow[],
): Promise<StoredInteraction[]> {
  const first = new Map<string, InteractionRow>();
  for (const row of rows) {
    const there = first.get(nameOf(row));
    // What is told of in full goes before what came inline.
    if (!there || (there.fingerprint === null && row.fingerprint !== null)) first.set(nameOf(row), row);
  }
  const names = [...first.keys()];
  const stored = await settleAll([...first.values()], (left) => insertOnce(tx, left));
  const byName = new Map(names.map((name, index) => [name, stored[index]]));
  return rows.map((row) => byName.get(nameOf(row)) as StoredInteraction);
}

const nameOf = (row: InteractionRow): string => `${row.project_id} ${row.interaction_id}`;

async function insertOnce(
  tx: Transaction,
  rows: readonly InteractionRow[],
): Promise<[number, StoredInteraction][]> {
  const settled = await tx.$queryRaw<(StoredInteraction & { position: number })[]>`
    /* prepared: insert_interactions */ WITH given AS (
      SELECT * FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS (${recordset}))
        WITH ORDINALITY AS r(${fields}, position)
    ),
    earlier AS (
      SELECT given.position, i.created_at, i.received_at, i.fingerprint FROM interactions AS i
      JOIN given USING (project_id, interaction_id)
    ),
    stored AS (
      INSERT INTO interactions AS i (${columns}, fingerprint)
      SELECT ${columns}, decode(fingerprint, 'hex') FROM given ORDER BY project_id, interaction_id
      ON CONFLICT (project_id, interaction_id) DO UPDATE SET ${completed}
      WHERE i.fingerprint IS NULL AND EXCLUDED.fingerprint IS NOT NULL
        AND (i.feature_name, i.model_name, i.response_text) = (EXCLUDED.feature_name, EXCLUDED.model_name, EXCLUDED.response_text)
      RETURNING i.project_id, i.interaction_id, i.created_at, i.received_at, i.fingerprint
    ),
    marked AS (
      INSERT INTO metric_marks (project_id, hour)
      SELECT DISTINCT project_id, date_trunc('hour', moment, 'UTC') FROM (
        SELECT project_id, created_at AS moment FROM stored
        UNION ALL SELECT project_id, earlier.created_at FROM earlier JOIN given USING (position)
          JOIN stored USING (project_id, interaction_id)
      ) AS moments
    )
    SELECT given.position::int - 1 AS position,
      COALESCE(stored.created_at, earlier.created_at) AS "createdAt",
      COALESCE(stored.received_at, earlier.received_at) AS "receivedAt",
      encode(COALESCE(stored.fingerprint, earlier.fingerprint), 'hex') AS fingerprint,
      EXISTS (SELECT FROM awaited_events AS a
        WHERE a.project_id = given.project_id AND a.interaction_id = given.interaction_id) AS awaited
    FROM given
    LEFT JOIN stored USING (project_id, interaction_id)
    LEFT JOIN earlier USING (position)
    WHERE stored.interaction_id IS NOT NULL OR earlier.position IS NOT NULL`;
  return settled.map(({ position, ...stored }) => [position, stored]);
}
