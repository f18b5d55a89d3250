import { readFile } from "node:fs/promises";
import type { Client } from "pg";

/** PostgreSQL's settings under which it counts what each statement takes. */
export const profiledSettings = {
  shared_preload_libraries: "pg_stat_statements",
  "pg_stat_statements.track_planning": "on",
  "pg_stat_statements.track": "top",
};

/** Lines of each profile. */
const MOST = 30;

/** Begins to count what statements take. */
export async function watchStatements(client: Client): Promise<void> {
  await client.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
  await client.query("SELECT pg_stat_statements_reset()");
}

/** What statements took since then, the dearest first: microseconds an event, calls, and how each begins. */
export async function statementProfile(client: Client, events: number): Promise<string[]> {
  const { rows } = await client.query(
    `SELECT (total_exec_time + total_plan_time) * 1000 / $1 AS micros, calls, rows, wal_bytes / $1 AS wal, query
      FROM pg_stat_statements ORDER BY 1 DESC LIMIT ${MOST}`,
    [events],
  );
  return rows.map(
    ({ micros, calls, rows, wal, query }) =>
      `${Number(micros).toFixed(1).padStart(8)} µs  ${calls} calls, ${rows} rows, ${Math.round(wal)} B of WAL an event  ${query.replaceAll(/\s+/g, " ").slice(0, 110)}`,
  );
}

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/** What files, and functions, took themselves in a profile of Node's, as a share of all that was not idle. */
export async function functionProfile(file: string): Promise<string[]> {
  const { nodes, samples, timeDeltas } = JSON.parse(await readFile(file, "utf8")) as CpuProfile;
  const frames = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const place = url.replace(/^file:\/\/.*?\/(?=node_modules|lib|app|scripts|server)/, "").slice(-90);
      return [
        id,
        {
          place: place || `(${functionName})`,
          name: `${functionName || "(anonymous)"} ${place}:${lineNumber + 1}`,
        },
      ];
    }),
  );
  const [files, functions] = [new Map<string, number>(), new Map<string, number>()];
  let all = 0;
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id);
    const micros = timeDeltas[index] ?? 0;
    if (!frame || /^\((idle|program)\)/.test(frame.name)) continue;
    all += micros;
    files.set(frame.place, (files.get(frame.place) ?? 0) + micros);
    functions.set(frame.name, (functions.get(frame.name) ?? 0) + micros);
  }
  const lines = (took: Map<string, number>) =>
    [...took]
      .sort(([, one], [, other]) => other - one)
      .slice(0, MOST)
      .map(([name, micros]) => `${((100 * micros) / all).toFixed(1).padStart(5)} %  ${name}`);
  return [...lines(files), "", ...lines(functions)];
}
