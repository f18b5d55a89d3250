import type { Client } from "pg";
import { answersOf, writeAnswers, writeRatings, writeSignals } from "./history.ts";

/** Rows of one statement. */
const AT_ONCE = 250_000;

/** Indexes that are made anew after the fill, which is faster than keeping them while filling. */
interface Index {
  name: string;
  definition: string;
}

const tables = ["interactions", "feedback", "signals"];

/** Writes a history of so many ratings that ends at `end`, and counts nothing. */
export async function fillHistory(
  client: Client,
  { projectId, rows, end }: { projectId: string; rows: number; end: Date },
  say: (text: string) => void,
): Promise<void> {
  await client.query("SELECT setseed(0.5)");
  await client.query("SET synchronous_commit = off; SET maintenance_work_mem = '512MB'");
  // The rows are made from each other, so nobody has to look whether an interaction is there.
  await client.query("SET session_replication_role = replica");
  const indexes = await dropIndexes(client);
  const answers = answersOf(rows);
  for (const [from, to] of stretches(answers)) {
    await client.query(writeAnswers, [projectId, from, to, answers, end.toISOString()]);
    say(`answers: ${to.toLocaleString("en")} of ${answers.toLocaleString("en")}`);
  }
  await client.query("ANALYZE interactions");
  for (const [from, to] of stretches(rows)) {
    await client.query(writeRatings, [projectId, from, to]);
    say(`ratings: ${to.toLocaleString("en")} of ${rows.toLocaleString("en")}`);
  }
  for (const [from, to] of stretches(answers)) await client.query(writeSignals, [projectId, from, to]);
  for (const { name, definition } of indexes) {
    say(`index ${name}`);
    await client.query(definition);
  }
  await client.query("RESET session_replication_role; RESET synchronous_commit; RESET maintenance_work_mem");
  await client.query("VACUUM ANALYZE");
  await client.query("CHECKPOINT");
}

function* stretches(count: number): Generator<[from: number, to: number]> {
  for (let from = 1; from <= count; from += AT_ONCE) yield [from, Math.min(count, from + AT_ONCE - 1)];
}

/** Takes away the indexes that no key needs, and answers how to make them again. */
async function dropIndexes(client: Client): Promise<Index[]> {
  const { rows } = await client.query<Index>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE schemaname = current_schema() AND tablename = ANY($1) AND indexdef NOT LIKE 'CREATE UNIQUE%'`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  return rows;
}
