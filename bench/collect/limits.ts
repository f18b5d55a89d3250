import { once } from "node:events";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { SessionClient } from "#lib/platform/db/session.ts";
import { type ColumnValue, interactionColumns, storedValues, TABLE } from "./bench-table.ts";
import type { BenchEnvironment } from "./environment.ts";
import { eventId } from "./request-bytes.ts";
import { sampleInteraction } from "./sample-interaction.ts";

/** Rows of one INSERT and of one COPY; each commits. */
export const INSERT_ROWS = 1_000;
export const COPY_ROWS = 10_000;

/** Writes `INSERT_ROWS` rows a statement from one loop on one connection. @returns rows a second. */
export const insertLimit = (stage: BenchEnvironment, seconds: number): Promise<number> => {
  const width = interactionColumns.length;
  const tuple = (row: number) =>
    `(${interactionColumns.map((_, at) => `$${row * width + at + 1}`).join(",")})`;
  const text = `INSERT INTO ${TABLE} (${interactionColumns.join(", ")})
    VALUES ${Array.from({ length: INSERT_ROWS }, (_, row) => tuple(row)).join(",")}`;
  return writeFor(stage, seconds, INSERT_ROWS, async (client, rows) => {
    await client.query({ name: "limit", text, values: rows.flat() });
  });
};

/** Writes `COPY_ROWS` rows a COPY from one loop on one connection. @returns rows a second. */
export const copyLimit = (stage: BenchEnvironment, seconds: number): Promise<number> =>
  writeFor(stage, seconds, COPY_ROWS, async (client, rows) => {
    const stream = client.query(copyFrom(`COPY ${TABLE} (${interactionColumns.join(", ")}) FROM STDIN`));
    const finished = once(stream, "finish");
    stream.end(rows.map((row) => `${row.map(copyText).join("\t")}\n`).join(""));
    await finished;
  });

/** The loop: rows are prepared before it, but for their ids, which differ every time. */
async function writeFor(
  { url, projectId, signal }: BenchEnvironment,
  seconds: number,
  count: number,
  write: (client: Client, rows: ColumnValue[][]) => Promise<void>,
): Promise<number> {
  const client = new SessionClient({ connectionString: url });
  await client.connect();
  const run = crypto.randomUUID().slice(0, 8);
  const idAt = interactionColumns.indexOf("interaction_id");
  const createdAt = new Date();
  const rows = Array.from({ length: count }, (_, number) =>
    storedValues(projectId, sampleInteraction(number, ""), createdAt),
  );
  try {
    let written = 0;
    const began = performance.now();
    while (performance.now() - began < seconds * 1_000) {
      signal.throwIfAborted();
      for (const row of rows) row[idAt] = eventId(run, written++);
      await write(client, rows);
    }
    return written / ((performance.now() - began) / 1_000);
  } finally {
    await client.end();
  }
}

/** A value in COPY's text format. */
function copyText(value: ColumnValue): string {
  if (value === null) return "\\N";
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  const text = value instanceof Date ? value.toISOString() : String(value);
  return text.replaceAll(
    /[\\\n\t\r]/g,
    (sign) => ({ "\n": "\\n", "\t": "\\t", "\r": "\\r" })[sign] ?? "\\\\",
  );
}
