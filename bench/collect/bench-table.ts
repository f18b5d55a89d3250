import { createHash, randomUUID } from "node:crypto";
import type { SampleInteraction } from "./sample-interaction.ts";
import type { SampleRating, sampleThumb } from "./sample-rating.ts";

/** A table of the same columns, defaults, indexes and foreign key as interactions, for what is compared with the app. */
export const TABLE = "bench_interactions";

/** The same of ratings, with the fields in which an answer comes inline: one row is all that the obvious way stores of both. */
export const RATINGS = "bench_ratings";

const belongsToProject = (table: string) =>
  `ALTER TABLE ${table} ADD FOREIGN KEY (project_id) REFERENCES projects (project_id) ON DELETE CASCADE ON UPDATE CASCADE`;

/** What the stage runs to make both. */
export const createTables = [
  `CREATE TABLE ${TABLE} (LIKE interactions INCLUDING ALL)`,
  belongsToProject(TABLE),
  `CREATE TABLE ${RATINGS} (LIKE feedback INCLUDING ALL, feature_name text, prompt_text text, response_text text, model_name text)`,
  belongsToProject(RATINGS),
];

/** Tables that are measured on: nobody may analyze them behind the benchmark's back. */
export const measuredTables = ["interactions", "feedback", "feedback_submissions", TABLE, RATINGS] as const;

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
export function baselineValues(projectId: string, body: SampleInteraction, createdAt: Date): ColumnValue[] {
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
  const values = baselineValues(projectId, body, createdAt);
  const hash = createHash("sha256").update(JSON.stringify(body)).digest();
  values[interactionColumns.indexOf("user_hash")] = hash.toString("hex");
  values[interactionColumns.indexOf("fingerprint")] = hash;
  return values;
}

/** The columns that a rating fills. */
export const ratingColumns = [
  "project_id",
  "feedback_id",
  "interaction_id",
  "rater",
  "rating_type",
  "rating_value",
  "rating_categories",
  "user_hash",
  "session_id",
  "feature_name",
  "prompt_text",
  "response_text",
  "model_name",
  "created_at",
  "updated_at",
] as const;

/** The row of a rating, in the order of the columns; its answer's fields are of one that came inline. */
export function baselineRating(
  projectId: string,
  body: Partial<SampleRating> & Partial<ReturnType<typeof sampleThumb>>,
  createdAt: Date,
): (ColumnValue | undefined)[] {
  return [
    projectId,
    body.feedback_id ?? randomUUID(),
    body.interaction_id,
    body.user_id ?? body.device_id,
    body.rating_type,
    body.rating_value,
    "{}",
    body.user_id,
    body.session_id,
    body.feature_name,
    body.prompt_text,
    body.response_text,
    body.model_name,
    createdAt,
    createdAt,
  ];
}
