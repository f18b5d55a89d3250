import { createHash } from "node:crypto";
import type { SampleInteraction } from "./sample-interaction.ts";

/** A table of the same columns, defaults, indexes and foreign key as interactions, for what is compared with the app. */
export const TABLE = "bench_interactions";

/** What the stage runs to make it. */
export const createTable = [
  `CREATE TABLE ${TABLE} (LIKE interactions INCLUDING ALL)`,
  `ALTER TABLE ${TABLE} ADD FOREIGN KEY (project_id) REFERENCES projects (project_id) ON DELETE CASCADE ON UPDATE CASCADE`,
];

/** The columns that a sample interaction fills. */
export const interactionColumns = [
  "project_id",
  "interaction_id",
  "feature_name",
  "model_name",
  "input",
  "prompt_text",
  "prompt_template",
  "prompt_version",
  "response_text",
  "response_latency_ms",
  "input_tokens",
  "output_tokens",
  "user_hash",
  "session_id",
  "metadata",
  "fingerprint",
  "created_at",
] as const;

/** One value of a row as `pg` takes it. */
export type ColumnValue = string | number | Buffer | Date | null;

/** The row of a body, in the order of the columns, without anything worked out from it. */
export function obviousValues(projectId: string, body: SampleInteraction, createdAt: Date): ColumnValue[] {
  return [
    projectId,
    body.interaction_id,
    body.feature_name ?? null,
    body.model_name,
    body.input,
    body.prompt_text,
    body.prompt_template,
    body.prompt_version,
    body.response_text,
    body.response_latency_ms,
    body.input_tokens,
    body.output_tokens,
    body.user_id,
    body.session_id,
    JSON.stringify(body.metadata),
    null,
    createdAt,
  ];
}

/** The row that the app would store: with a hash in place of the user, and a fingerprint. */
export function storedValues(projectId: string, body: SampleInteraction, createdAt: Date): ColumnValue[] {
  const values = obviousValues(projectId, body, createdAt);
  const hash = createHash("sha256").update(JSON.stringify(body)).digest();
  values[interactionColumns.indexOf("user_hash")] = hash.toString("hex");
  values[interactionColumns.indexOf("fingerprint")] = hash;
  return values;
}
