import type { Client } from "pg";
import { RATINGS, TABLE } from "./bench-table.ts";

/** Rows of one statement. */
const CHUNK = 500_000;

/** How much an answer says: with its row about half a kilobyte. */
const RESPONSE = "repeat('What the text says of it is said here in a few words. ', 5)";

/**
 * Fills the app's tables and the obvious ones with as many answers and ratings each, spread over the past month. Nothing is
 * analysed, and nothing is left to be counted.
 */
export async function fillTables(client: Client, projectId: string, rows: number): Promise<void> {
  for (let from = 0; from < rows; from += CHUNK) {
    const numbers = `generate_series(${from}, ${Math.min(rows, from + CHUNK) - 1}) AS n`;
    const past = "now() - interval '1 day' - (n % 2592000) * interval '1 second'";
    const answer = `'${projectId}'::uuid, 'past-' || lpad((n * 7919 % 1000003)::text, 7, '0') || '-' || n`;
    for (const table of ["interactions", TABLE]) {
      await client.query(`INSERT INTO ${table} (project_id, interaction_id, feature_name, model_name, prompt_text,
          response_text, user_hash, session_id, fingerprint, created_at)
        SELECT ${answer}, 'support-replies', 'gpt-4o-mini', 'Answer in three sentences.', ${RESPONSE},
          'user-' || n % 5000, 'session-' || n / 4, sha256(n::text::bytea), ${past} FROM ${numbers}`);
    }
    for (const [table, more, values] of [
      ["feedback", "", ""],
      [RATINGS, ", feature_name, response_text", `, 'support-replies', ${RESPONSE}`],
    ]) {
      await client.query(`INSERT INTO ${table} (project_id, interaction_id, feedback_id, rater, rating_type, rating_value,
          user_hash, created_at, updated_at${more})
        SELECT ${answer}, gen_random_uuid()::text, 'user:' || n % 5000, 'binary', (n % 4 > 0)::int, 'user-' || n % 5000,
          ${past}, ${past}${values} FROM ${numbers}`);
    }
  }
}

/** Answers of one run that were given to one user, numbered as their ids are. */
export async function answersOf(
  client: Client,
  projectId: string,
  run: string,
  count: number,
  userHash: string,
): Promise<void> {
  await client.query(
    `INSERT INTO interactions (project_id, interaction_id, feature_name, model_name, response_text, user_hash, fingerprint,
        created_at)
      SELECT $1, 'bench-' || $2 || '-' || lpad(n::text, 9, '0'), 'support-replies', 'gpt-4o-mini', ${RESPONSE}, $4,
        sha256(n::text::bytea), now()
      FROM generate_series(0, $3::int - 1) AS n`,
    [projectId, run, count, userHash],
  );
}
