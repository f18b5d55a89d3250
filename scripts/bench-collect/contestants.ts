import { copyLimit, insertLimit } from "./limits.ts";
import type { LoadSpec } from "./load-spec.ts";
import type { BenchOptions } from "./options.ts";
import { type Measurement, runLoad } from "./run-load.ts";
import type { Servers } from "./servers.ts";
import type { Stage } from "./stage.ts";

/** What one round gives; a loop without requests tells its rows only. */
export type RoundResult = Pick<Measurement, "eventsPerSecond"> & Partial<Measurement>;

/** One way to get interactions into the database, measured once a round. */
export interface Contestant {
  id: string;
  label: string;
  measure(): Promise<RoundResult>;
}

/** Where a contestant's requests go, and what of them. */
interface Target extends Pick<LoadSpec, "batch" | "envelope" | "connections"> {
  server: keyof Servers;
  path: string;
  /** Where the rows lie afterwards. */
  table: string;
}

/** Connections of a sender of batches: fewer, as each brings much. */
const BATCH_CONNECTIONS = { 100: 8, 1000: 4 } as const;

const api = { path: "/api/interactions", envelope: "interactions", table: "interactions" };
const obvious = { path: "/interactions", envelope: "interactions", table: "bench_interactions" };

/** Everybody whose letter was asked for, in the order of the table. */
export function contestants(stage: Stage, servers: Servers, options: BenchOptions): Contestant[] {
  const single = { batch: 1, connections: options.connections };
  const batch = (size: keyof typeof BATCH_CONNECTIONS) => ({
    batch: size,
    connections: BATCH_CONNECTIONS[size],
  });
  const post = (id: string, label: string, target: Target): Contestant => ({
    id,
    label,
    measure: () => measurePosts(stage, servers, options, target),
  });
  const loop = (id: string, label: string, write: typeof copyLimit): Contestant => ({
    id,
    label,
    measure: async () => {
      await stage.clear();
      return { eventsPerSecond: await write(stage, options.seconds) };
    },
  });
  const all = [
    post("a", "one event a request, `server.ts`", { server: "whetstone", ...api, ...single }),
    post("b", "the same through Next's route handler", { server: "next", ...api, ...single }),
    post("c100", "batches of 100", { server: "whetstone", ...api, ...batch(100) }),
    post("c1000", "batches of 1,000", { server: "whetstone", ...api, ...batch(1_000) }),
    post("d", "the obvious implementation, pool of 10", { server: "obvious", ...obvious, ...single }),
    post("d20", "the same, pool of 20", { server: "obvious20", ...obvious, ...single }),
    loop("eInsert", "limit: multi-row `INSERT`, 1,000 rows each", insertLimit),
    loop("eCopy", "limit: `COPY`, 10,000 rows each", copyLimit),
  ];
  return all.filter(({ id }) => options.only?.includes(id.charAt(0)) ?? true);
}

/** One load on empty tables, after which there are as many rows as events were acknowledged. */
async function measurePosts(
  stage: Stage,
  servers: Servers,
  { warmUpSeconds, seconds }: BenchOptions,
  { server, path, table, ...load }: Target,
): Promise<Measurement> {
  const target = servers[server];
  if (!target) throw new Error(`The server “${server}” was not started.`);
  await stage.clear();
  const secretKey = table === "interactions" ? stage.secretKey : null;
  const run = crypto.randomUUID().slice(0, 8);
  const url = target.url + path;
  const found = await runLoad(target, { ...load, url, secretKey, run, warmUpSeconds, seconds, rate: null });
  await requireRows(stage, table, found.acknowledged);
  return found;
}

/**
 * Acknowledged means stored.
 * @throws Error when the table has not exactly the rows that were acknowledged.
 */
export async function requireRows({ client }: Stage, table: string, acknowledged: number): Promise<void> {
  const { rows } = await client.query(`SELECT count(*)::int AS stored FROM ${table}`);
  const stored = Number(rows[0]?.stored);
  if (stored !== acknowledged) {
    throw new Error(`${acknowledged} events were acknowledged, and ${stored} rows are in ${table}.`);
  }
}
