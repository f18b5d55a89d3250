import { Prisma } from "#lib/platform/db/client.ts";
import type { Statements } from "#lib/platform/db/statements.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { InteractionRow, StoredInteraction } from "../interactions/index.ts";

/** A row of an answer that was shown to nobody. */
type ShadowRow = InteractionRow & { shadow_of: string };

/** Whether a row is that of a shadow answer. */
export const isShadow = (row: object): row is ShadowRow => "shadow_of" in row && row.shadow_of !== undefined;

/** The columns of a shadow answer with their types; what else was logged goes into `details`. */
const types = {
  project_id: "uuid",
  shadow_id: "text",
  shadow_of: "text",
  feature_name: "text",
  model_name: "text",
  prompt_template: "text",
  prompt_version: "text",
  response_text: "text",
  response_latency_ms: "int",
  cost_usd: "double precision",
  token_count: "int",
  finish_reason: "text",
  details: "jsonb",
  in_progress: "boolean",
  clipped: "jsonb",
  created_at: "timestamptz",
  received_at: "timestamptz",
} as const;

const names = Object.keys(types) as (keyof typeof types)[];
const columns = Prisma.raw(names.join(", "));
const recordset = Prisma.raw(names.map((name) => `${name} ${types[name]}`).join(", "));

/** A later log replaces all but what an answer in progress is known by. */
const replaced = Prisma.raw(
  names
    .filter((name) => !["project_id", "shadow_id", "created_at", "received_at"].includes(name))
    .map((name) => `${name} = EXCLUDED.${name}`)
    .join(", "),
);

interface Found {
  projectId: string;
  shadowId: string;
  createdAt: Date;
  receivedAt: Date;
  fingerprint: string;
}

const keyOf = (projectId: string, shadowId: string): string => `${projectId} ${shadowId}`;

/**
 * Stores shadow answers of any projects. One that was logged in progress is replaced by a later log; otherwise what is
 * there stays, and so does an interaction with the same ID. Returns a result for each, in the given order.
 */
export async function insertShadows(
  tx: Statements,
  rows: readonly ShadowRow[],
): Promise<StoredInteraction[]> {
  const single = new Map<string, ShadowRow>();
  for (const row of rows) {
    const key = keyOf(row.project_id, row.interaction_id);
    if (single.get(key)?.in_progress !== false) single.set(key, row);
  }
  const ordered = [...single].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  const given = JSON.stringify(ordered.map(toColumns));
  await tx.$executeRaw`
    INSERT INTO shadow_answer AS s (${columns}, fingerprint)
    SELECT ${columns}, decode(fingerprint, 'hex')
    FROM json_to_recordset(${given}::json) AS given(${recordset}, fingerprint text)
    WHERE NOT EXISTS (
      SELECT FROM interactions AS i WHERE (i.project_id, i.interaction_id) = (given.project_id, given.shadow_id))
    ON CONFLICT (project_id, shadow_id) DO UPDATE SET ${replaced}, fingerprint = EXCLUDED.fingerprint
    WHERE s.in_progress AND (NOT EXCLUDED.in_progress OR length(EXCLUDED.response_text) >= length(s.response_text))`;
  const found = await tx.$queryRaw<Found[]>`
    SELECT s.project_id::text AS "projectId", s.shadow_id AS "shadowId", s.created_at AS "createdAt",
      s.received_at AS "receivedAt", encode(s.fingerprint, 'hex') AS fingerprint
    FROM json_to_recordset(${given}::json) AS given(project_id uuid, shadow_id text)
    JOIN shadow_answer AS s ON (s.project_id, s.shadow_id) = (given.project_id, given.shadow_id)`;
  const stored = new Map(found.map((each) => [keyOf(each.projectId, each.shadowId), each]));
  return rows.map((row) => toResult(row, stored.get(keyOf(row.project_id, row.interaction_id))));
}

function toColumns(row: ShadowRow) {
  const { project_id, interaction_id, shadow_of, feature_name, model_name, response_text, ...rest } = row;
  const { response_latency_ms, cost_usd, token_count, finish_reason, prompt_template, ...more } = rest;
  const { prompt_version, in_progress, clipped, created_at, received_at, fingerprint, ...details } = more;
  return {
    ...{ project_id, shadow_id: interaction_id, shadow_of, feature_name, model_name, response_text },
    ...{ prompt_template: prompt_template ?? "", prompt_version: prompt_version ?? "", details },
    ...{ response_latency_ms, cost_usd, finish_reason, in_progress, clipped, created_at, received_at },
    ...{ token_count: token_count ?? tokensOf(details), fingerprint },
  };
}

const tokensOf = ({ input_tokens: input, output_tokens: output }: Partial<ShadowRow>): number | undefined =>
  input === undefined || output === undefined ? undefined : input + output;

/** The result for a row; an ID that is an interaction's counts as used with different content. */
const toResult = (row: ShadowRow, found: Found | undefined): StoredInteraction => ({
  createdAt: found?.createdAt ?? new Date(row.created_at),
  receivedAt: found?.receivedAt ?? new Date(row.received_at),
  fingerprint: found?.fingerprint ?? null,
  userHash: row.user_hash ?? null,
  sessionId: row.session_id ?? null,
  awaited: false,
});

/** Those of these rows that are about a shadow answer. */
export async function findShadows<Row extends { project_id: string; interaction_id: string | null }>(
  tx: Statements,
  rows: readonly Row[],
): Promise<Set<Row>> {
  if (rows.length === 0) return new Set();
  const given = rows.map(({ project_id, interaction_id }, position) => ({
    project_id,
    interaction_id,
    position,
  }));
  const found = await tx.$queryRaw<{ position: number }[]>`
    SELECT given.position FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      AS given(project_id uuid, interaction_id text, position int)
    JOIN shadow_answer AS s ON (s.project_id, s.shadow_id) = (given.project_id, given.interaction_id)`;
  return new Set(found.flatMap(({ position }) => rows[position] ?? []));
}

/** Why an event on a shadow answer is rejected. */
export const shadowRefusal = (shadowId: string): Problem =>
  new Problem(
    "shadow_answer",
    `“${shadowId}” is a shadow answer, which was shown to nobody: nothing can be said of it by users. Reviewers compare it on the dashboard.`,
  );
