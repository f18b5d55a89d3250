import { Prisma } from "#lib/platform/db/client.ts";
import { settleAll } from "#lib/platform/db/settle-all.ts";
import type { Statements } from "#lib/platform/db/statements.ts";

/** A row of an event that belongs to an interaction and is written once. */
export interface EventRow {
  project_id: string;
  interaction_id: string;
  /** Hex SHA-256 of the redacted request. */
  fingerprint: string;
}

/** The table of one type of event. */
export interface EventTable {
  name: string;
  idColumn: string;
  /** The column with the time of the event, which is returned to its sender. */
  timeColumn: string;
  /**
   * Whether the dashboard counts these events, so that their answers' minutes must be marked for recounting.
   */
  counted: boolean;
  /** All columns and their types, except for the fingerprint. */
  columns: Record<string, string>;
}

/** The result of storing such an event. A retry gets the result of the original. */
export type InsertResult =
  | { outcome: "stored"; at: Date }
  | { outcome: "interaction_missing" }
  | { outcome: "id_reused" };

interface Settled {
  position: number;
  known: boolean;
  same: boolean | null;
  at: Date | null;
}

/**
 * Creates the insert for one table: events of any projects in one statement, with a result for each in the
 * given order. LIMIT 1 keeps the planner from joining: a plan made while a table was small would read all of
 * it.
 */
export function eventStore<Row extends EventRow>(table: EventTable) {
  const id = Prisma.raw(table.idColumn);
  const at = Prisma.raw(table.timeColumn);
  const into = Prisma.raw(table.name);
  const marked = table.counted
    ? Prisma.sql`, marked AS (
        INSERT INTO metric_marks (project_id, minute)
        SELECT DISTINCT project_id, date_trunc('minute', answered_at, 'UTC') FROM known JOIN stored USING (project_id, ${id})
      )`
    : Prisma.empty;
  const searched = Prisma.sql`, searched AS (
    INSERT INTO search_marks (project_id, minute, interaction_id)
    SELECT DISTINCT project_id, date_trunc('minute', answered_at, 'UTC'), interaction_id
    FROM known JOIN stored USING (project_id, ${id})
  )`;
  const prepared = Prisma.raw(`/* prepared: insert_${table.name} */`);
  const columns = Prisma.raw(Object.keys(table.columns).join(", "));
  const recordset = Prisma.raw(
    [...Object.entries(table.columns), ["fingerprint", "text"]].map((pair) => pair.join(" ")).join(", "),
  );
  const insertOnce = async (tx: Statements, rows: readonly Row[]) => {
    const settled = await tx.$queryRaw<Settled[]>`
      ${prepared} WITH given AS (
        SELECT * FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS (${recordset}))
          WITH ORDINALITY AS r(${columns}, fingerprint, position)
      ),
      known AS (
        SELECT given.*, answered.created_at AS answered_at FROM given CROSS JOIN LATERAL (
          SELECT i.created_at FROM interactions AS i
          WHERE (i.project_id, i.interaction_id) = (given.project_id, given.interaction_id) LIMIT 1
        ) AS answered
      ),
      earlier AS (
        SELECT given.position, e.fingerprint, e.at FROM given CROSS JOIN LATERAL (
          SELECT e.fingerprint, e.${at} AS at FROM ${into} AS e
          WHERE (e.project_id, e.${id}) = (given.project_id, given.${id}) LIMIT 1
        ) AS e
      ),
      stored AS (
        INSERT INTO ${into} AS e (${columns}, fingerprint)
        SELECT DISTINCT ON (project_id, ${id}) ${columns}, decode(fingerprint, 'hex') FROM known
        ORDER BY project_id, ${id}, position
        ON CONFLICT (project_id, ${id}) DO NOTHING
        RETURNING e.project_id, e.${id}, e.fingerprint, e.${at} AS at
      )${marked}${searched}
      SELECT given.position::int - 1 AS position, known.position IS NOT NULL AS known,
        COALESCE(stored.fingerprint, earlier.fingerprint) = decode(given.fingerprint, 'hex') AS same,
        COALESCE(stored.at, earlier.at) AS at
      FROM given
      LEFT JOIN known USING (position)
      LEFT JOIN stored ON (stored.project_id, stored.${id}) = (given.project_id, given.${id})
      LEFT JOIN earlier ON earlier.position = given.position`;
    return settled.flatMap((row): [number, InsertResult][] => {
      const outcome = outcomeOf(row);
      return outcome ? [[row.position, outcome]] : [];
    });
  };
  return (tx: Statements, rows: readonly Row[]): Promise<InsertResult[]> =>
    settleAll(rows, (left) => insertOnce(tx, left));
}

/** Null if another request stored the event after our snapshot and before our insert. */
function outcomeOf({ known, same, at }: Settled): InsertResult | null {
  if (same === false) return { outcome: "id_reused" };
  if (same && at) return { outcome: "stored", at };
  return known ? null : { outcome: "interaction_missing" };
}
