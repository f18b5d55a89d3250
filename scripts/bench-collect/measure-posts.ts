import type { LoadSpec } from "./load-spec.ts";
import type { BenchOptions } from "./options.ts";
import { type LoadTool, type Measurement, runLoad } from "./run-load.ts";
import type { Servers } from "./servers.ts";
import type { Stage } from "./stage.ts";

/** Where requests go, how many events each, and over how many connections. */
export interface Target extends Pick<LoadSpec, "batch" | "envelope" | "connections"> {
  server: keyof Servers;
  path: string;
  /** Where the rows lie afterwards. */
  table: string;
}

/** Whose requests the app's limits and keys are for. */
const OURS = "interactions";

/** What is sent when: as fast as answers come, or at a rate. */
type Pace = Pick<LoadSpec, "seconds" | "rate"> & Pick<BenchOptions, "warmUpSeconds">;

/**
 * One load on empty tables.
 * @throws Error when something was not answered with 201, or other than what was acknowledged is stored.
 */
export async function measurePosts(
  stage: Stage,
  servers: Servers,
  { server: name, path, table, ...load }: Target,
  pace: Pace,
  tool: LoadTool = "own",
): Promise<Measurement> {
  const server = servers[name];
  if (!server) throw new Error(`The server “${name}” was not started.`);
  await stage.clear();
  const spec: LoadSpec = {
    ...load,
    ...pace,
    url: server.url + path,
    secretKey: table === OURS ? stage.secretKey : null,
    run: crypto.randomUUID().slice(0, 8),
  };
  const found = await runLoad(server, spec, tool, stage.signal);
  // autocannon ends its two parts without waiting for the answers under way.
  await requireRows(stage, table, found.acknowledged, tool === "own" ? 0 : 2 * load.connections);
  return found;
}

/** Acknowledged means stored: as many rows as answers, but for those that nobody waited for. */
async function requireRows({ client }: Stage, table: string, acknowledged: number, unheard: number) {
  const { rows } = await client.query(`SELECT count(*)::int AS stored FROM ${table}`);
  const stored = Number(rows[0]?.stored);
  if (stored < acknowledged || stored > acknowledged + unheard) {
    throw new Error(`${acknowledged} events were acknowledged, and ${stored} rows are in ${table}.`);
  }
}
