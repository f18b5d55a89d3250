import { db, Prisma, type Transaction } from "#lib/platform/db/client";
import { retryConflicts } from "#lib/platform/db/retry-conflicts";
import type { InteractionRow } from "./interaction-row.ts";

/** What became of one row: whether it is new, and what lies under its id now. */
export interface StoredInteraction {
  inserted: boolean;
  createdAt: Date;
  receivedAt: Date;
  fingerprint: string | null;
}

interface StoredRecord extends StoredInteraction {
  interactionId: string;
}

const columns = Prisma.sql`interaction_id, feature_name, model_name, input, prompt_text, prompt_template,
  prompt_version, retrieved_context, response_text, citations, model_params, response_latency_ms, input_tokens,
  output_tokens, token_count, cost_usd, finish_reason, user_hash, session_id, tenant, language, segment, experiment,
  variant, metadata, created_at, received_at`;

const recordset = Prisma.sql`interaction_id text, feature_name text, model_name text, input text, prompt_text text,
  prompt_template text, prompt_version text, retrieved_context jsonb, response_text text, citations jsonb,
  model_params jsonb, response_latency_ms int, input_tokens int, output_tokens int, token_count int,
  cost_usd double precision, finish_reason text, user_hash text, session_id text, tenant text, language text,
  segment text, experiment text, variant text, metadata jsonb, created_at timestamptz, received_at timestamptz,
  fingerprint text`;

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
 * Stores rows of distinct ids in one statement, and marks their hours to be counted again. An id that is there already
 * is left as it is, except that an interaction which came inline with a rating is completed by the one that logs it.
 * The answer has an entry for every id.
 */
export async function insertInteractions(
  tx: Transaction,
  projectId: string,
  rows: readonly InteractionRow[],
): Promise<Map<string, StoredInteraction>> {
  const results = new Map<string, StoredInteraction>();
  let left = rows;
  // A row that another request commits between our snapshot and our insert is in neither; the next round sees it.
  while (left.length > 0) {
    for (const { interactionId, ...stored } of await insertOnce(tx, projectId, left))
      results.set(interactionId, stored);
    left = left.filter((row) => !results.has(row.interaction_id));
  }
  return results;
}

function insertOnce(
  tx: Transaction,
  projectId: string,
  rows: readonly InteractionRow[],
): Promise<StoredRecord[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  return tx.$queryRaw<StoredRecord[]>`
    WITH given AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(${recordset})),
    earlier AS (
      SELECT i.interaction_id, i.created_at, i.received_at, i.fingerprint FROM interactions AS i
      JOIN given USING (interaction_id) WHERE i.project_id = ${project}
    ),
    stored AS (
      INSERT INTO interactions AS i (project_id, ${columns}, fingerprint)
      SELECT ${project}, ${columns}, decode(fingerprint, 'hex') FROM given ORDER BY interaction_id
      ON CONFLICT (project_id, interaction_id) DO UPDATE SET ${completed}
      WHERE i.fingerprint IS NULL AND EXCLUDED.fingerprint IS NOT NULL
        AND (i.feature_name, i.model_name, i.response_text) = (EXCLUDED.feature_name, EXCLUDED.model_name, EXCLUDED.response_text)
      RETURNING i.interaction_id, i.created_at, i.received_at, i.fingerprint
    ),
    marked AS (
      INSERT INTO metric_marks (project_id, hour)
      SELECT DISTINCT ${project}, date_trunc('hour', moment, 'UTC') FROM (
        SELECT created_at AS moment FROM stored
        UNION ALL SELECT earlier.created_at FROM earlier JOIN stored USING (interaction_id)
      ) AS moments
    )
    SELECT given.interaction_id AS "interactionId", earlier.interaction_id IS NULL AS inserted,
      COALESCE(stored.created_at, earlier.created_at) AS "createdAt",
      COALESCE(stored.received_at, earlier.received_at) AS "receivedAt",
      encode(COALESCE(stored.fingerprint, earlier.fingerprint), 'hex') AS fingerprint
    FROM given
    LEFT JOIN stored USING (interaction_id)
    LEFT JOIN earlier USING (interaction_id)
    WHERE stored.interaction_id IS NOT NULL OR earlier.interaction_id IS NOT NULL`;
}

/** The same in a transaction of its own. */
export const storeInteractions = (projectId: string, rows: readonly InteractionRow[]) =>
  retryConflicts(() => insertInteractions(db(), projectId, rows));
