import { SessionClient } from "#lib/platform/db/session.ts";

/** One row that was written, by the event that it belongs to. */
export interface Written {
  table: string;
  operation: "INSERT" | "UPDATE" | "DELETE";
  /** The event's id; null for a row that belongs to none. */
  id: string | null;
}

/** Tells what has been written since it was last asked. */
export interface WriteWatch {
  taken(): Promise<Written[]>;
  /** Which of these ids lie in no table of events. */
  missing(ids: readonly string[]): Promise<string[]>;
  end(): Promise<void>;
}

/** The tables that hold what was sent, and the column that names the event of a row. */
const watched = {
  interactions: "interaction_id",
  shadow_answer: "shadow_id",
  feedback: "feedback_id",
  feedback_submissions: "feedback_id",
  annotations: "annotation_id",
  signals: "signal_id",
  preferences: "preference_id",
  awaited_events: "event_id",
  metric_marks: "",
} as const;

/** Has PostgreSQL itself note every row that is written to a table of events. */
export async function watchWrites(databaseUrl: string): Promise<WriteWatch> {
  const client = new SessionClient({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`
    CREATE TABLE writes (n bigserial PRIMARY KEY, "table" text, operation text, id text);
    CREATE FUNCTION note_write() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO writes ("table", operation, id)
        VALUES (TG_TABLE_NAME, TG_OP, to_jsonb(COALESCE(NEW, OLD)) ->> TG_ARGV[0]);
        RETURN NULL;
      END $$;`);
  for (const [table, column] of Object.entries(watched)) {
    await client.query(`CREATE TRIGGER note_write AFTER INSERT OR UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION note_write('${column}')`);
  }
  let last = "0";
  return {
    taken: async () => {
      const { rows } = await client.query<Written & { n: string }>(
        `SELECT n, "table", operation, id FROM writes WHERE n > $1 ORDER BY n`,
        [last],
      );
      last = rows.at(-1)?.n ?? last;
      return rows;
    },
    missing: async (ids) => {
      const { rows } = await client.query<{ id: string }>(
        `SELECT id FROM unnest($1::text[]) AS told(id)
         WHERE NOT EXISTS (SELECT 1 FROM interactions WHERE interaction_id = id)
           AND NOT EXISTS (SELECT 1 FROM shadow_answer WHERE shadow_id = id)
           AND NOT EXISTS (SELECT 1 FROM feedback WHERE feedback_id = id)
           AND NOT EXISTS (SELECT 1 FROM annotations WHERE annotation_id = id)
           AND NOT EXISTS (SELECT 1 FROM signals WHERE signal_id = id)
           AND NOT EXISTS (SELECT 1 FROM preferences WHERE preference_id = id)
           AND NOT EXISTS (SELECT 1 FROM awaited_events WHERE event_id = id)`,
        [ids],
      );
      return rows.map(({ id }) => id);
    },
    end: () => client.end(),
  };
}
