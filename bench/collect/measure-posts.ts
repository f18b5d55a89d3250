import type { BenchEnvironment } from "./environment.ts";
import type { LoadSpec } from "./load-spec.ts";
import type { BenchOptions } from "./options.ts";
import { type LoadTool, type Measurement, runLoad } from "./run-load.ts";
import type { Servers } from "./servers.ts";

/** Where requests go, how many events each, and over how many connections. */
export interface Target extends Pick<LoadSpec, "kind" | "batch" | "envelope" | "connections"> {
  server: keyof Servers;
  path: string;
  /** Where the rows lie afterwards. */
  table: string;
}

/** For how many thumbs a second there are answers; beyond, they come round again. */
const THUMBS_A_SECOND = 12_000;

/** Most answers of one run. */
const ANSWERS_MAX = 240_000;

/** What is sent when: as fast as answers come, or at a rate. */
type Pace = Pick<LoadSpec, "seconds" | "rate"> & Pick<BenchOptions, "warmUpSeconds">;

/**
 * One load.
 * @throws Error when something was refused, or other than what was acknowledged is stored.
 */
export async function measurePosts(
  stage: BenchEnvironment,
  servers: Servers,
  { server: name, path, table, ...load }: Target,
  pace: Pace,
  tool: LoadTool = "own",
): Promise<Measurement> {
  const server = servers[name];
  if (!server) throw new Error(`The server “${name}” was not started.`);
  const run = crypto.randomUUID().slice(0, 8);
  const answers = Math.min(ANSWERS_MAX, Math.ceil((pace.warmUpSeconds + pace.seconds) * THUMBS_A_SECOND));
  const tokens = load.kind === "thumb" ? await stage.makeAnswers(run, answers) : null;
  await stage.settle();
  const spec: LoadSpec = {
    ...load,
    ...pace,
    url: server.url + path,
    key: keyOf(stage, name, load.kind),
    run,
    tokens,
  };
  const found = await runLoad(server, spec, tool, stage);
  // autocannon ends its two parts without waiting for the answers under way.
  await requireRows(stage, table, run, found.acknowledged, tool === "own" ? 0 : 2 * load.connections);
  return found;
}

/** Nobody asks for a key but the app. */
function keyOf(stage: BenchEnvironment, server: keyof Servers, kind: LoadSpec["kind"]): string | null {
  if (server.startsWith("obvious")) return null;
  return kind === "thumb" ? stage.publishableKey : stage.secretKey;
}

/** Acknowledged means stored: as many rows as answers, but for those that nobody waited for. */
async function requireRows(
  { client }: BenchEnvironment,
  table: string,
  run: string,
  acknowledged: number,
  unheard: number,
) {
  const id = table === "feedback_submissions" ? "submission_id" : "interaction_id";
  const { rows } = await client.query(
    `SELECT count(*)::int AS stored FROM ${table} WHERE ${id} LIKE 'bench-${run}-%'`,
  );
  const stored = Number(rows[0]?.stored);
  if (stored < acknowledged || stored > acknowledged + unheard) {
    throw new Error(`${acknowledged} events were acknowledged, and ${stored} rows are in ${table}.`);
  }
}
