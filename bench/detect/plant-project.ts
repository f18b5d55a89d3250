import type { Client } from "pg";

/** Days of history: four weeks that are usual, and two in which something may have begun. */
export const DAYS = 42;

/** What a project is made of. */
export interface PlantedProject {
  projectId: string;
  answers: number;
  /** Different values in all dimensions together. */
  combinations: number;
  /** Answers up to this moment. */
  until: Date;
}

/** The share of answers with a thumb. */
export const RATED = 0.25;

/**
 * Writes answers of 50 features, 5 models, 20 prompts, 8 versions, 30 tenants, 8 languages and 4 segments in some
 * combinations, a few of them often and most seldom, each with a thumb by one of 100,000 users in a quarter of cases. A
 * fifth of the thumbs is down; of one model in one feature half of them, for five days.
 */
export async function plantProject(client: Client, planted: PlantedProject): Promise<void> {
  const { projectId, answers, combinations, until } = planted;
  const since = new Date(until.getTime() - DAYS * 86_400_000);
  await client.query("SET synchronous_commit = off; SET session_replication_role = replica");
  await client.query(writeAnswers, [projectId, answers, combinations, since.toISOString(), DAYS]);
  await client.query(writeThumbs, [projectId, RATED * 1_000, new Date(until.getTime() - 5 * 86_400_000)]);
  await client.query("RESET session_replication_role");
  await client.query("VACUUM ANALYZE");
}

/** A pseudorandom number from 0 to 1 of an answer and a salt, the same at every run. */
const chance = (salt: string) => `((hashtextextended(n || '${salt}', 0) & 1048575) / 1048576.0)`;

const writeAnswers = `
  INSERT INTO interactions (project_id, interaction_id, feature_name, model_name, prompt_template, prompt_version, variant,
    tenant, language, segment, response_text, user_hash, created_at, received_at)
  SELECT $1::uuid, 'answer-' || n, 'feature-' || c % 50, 'model-' || c / 50 % 5, 'prompt-' || c % 20, 'v' || c / 7 % 8,
    NULL, 'tenant-' || c % 30, (ARRAY['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ja'])[1 + c / 11 % 8],
    'segment-' || c / 13 % 4, repeat('It is so, as far as this answer knows. ', 8),
    'user-' || (${chance("user")} * 100000)::int,
    $4::text::timestamptz + n * ($5::float8 / $2::bigint) * interval '1 day', now()
  FROM (
    SELECT n, LEAST($3::int - 1, floor($3::int * ${chance("combination")} * ${chance("other")}))::int AS c
    FROM generate_series(1, $2::bigint) AS n
  ) AS drawn`;

const writeThumbs = `
  INSERT INTO feedback (project_id, interaction_id, feedback_id, rater, rating_type, rating_value, rating_categories,
    created_at, updated_at)
  SELECT $1::uuid, interaction_id, 'thumb-' || n, 'user:' || user_hash, 'binary',
    (${chance("down")} >= CASE WHEN feature_name = 'feature-3' AND model_name = 'model-0' AND created_at >= $3
      THEN 0.5 ELSE 0.2 END)::int,
    CASE WHEN ${chance("named")} < 0.3 THEN ARRAY['inaccurate'] ELSE '{}' END, created_at, created_at
  FROM (SELECT *, substr(interaction_id, 8) AS n FROM interactions WHERE project_id = $1::uuid) AS answered
  WHERE ${chance("rated")} * 1000 < $2::float8`;
