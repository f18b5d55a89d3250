import { TABLE } from "./bench-table.ts";
import { copyLimit, insertLimit } from "./limits.ts";
import { measurePosts, type Target } from "./measure-posts.ts";
import type { BenchOptions } from "./options.ts";
import type { LoadTool, Measurement } from "./run-load.ts";
import type { Servers } from "./servers.ts";
import type { Stage } from "./stage.ts";

/** What one round gives; a loop without requests tells its rows only. */
export type RoundResult = Pick<Measurement, "eventsPerSecond"> & Partial<Measurement>;

/** One way to get interactions into the database, measured once a round. */
export interface Contestant {
  id: string;
  label: string;
  /** The server that it is measured with; null for a loop without one. */
  server: keyof Servers | null;
  measure(tool?: LoadTool): Promise<RoundResult>;
}

/** Connections of a sender of batches: fewer, as each brings much. */
const BATCH_CONNECTIONS = { 100: 8, 1000: 4 } as const;

const interactions = { path: "/api/interactions", envelope: "interactions", table: "interactions" };
const mixed = { path: "/api/events", envelope: "events", table: "interactions" };
const obvious = { path: "/interactions", envelope: "interactions", table: TABLE };

/** What single events at the app's own listener are sent to. */
export const singleTarget = (connections: number): Target => ({
  server: "whetstone",
  ...interactions,
  batch: 1,
  connections,
});

/** Everybody whose letter was asked for, in the order of the table. */
export function contestants(stage: Stage, servers: Servers, options: BenchOptions): Contestant[] {
  const { connections, seconds, warmUpSeconds } = options;
  const single = { batch: 1, connections };
  const batch = (size: keyof typeof BATCH_CONNECTIONS) => ({
    batch: size,
    connections: BATCH_CONNECTIONS[size],
  });
  const post = (id: string, label: string, target: Target): Contestant => ({
    id,
    label,
    server: target.server,
    measure: (tool) => measurePosts(stage, servers, target, { warmUpSeconds, seconds, rate: null }, tool),
  });
  const loop = (id: string, label: string, write: typeof copyLimit): Contestant => ({
    id,
    label,
    server: null,
    measure: async () => {
      await stage.clear();
      return { eventsPerSecond: await write(stage, seconds) };
    },
  });
  const all = [
    post("a", "one event a request, `server.ts`", singleTarget(connections)),
    post("b", "the same through Next's route handler", { server: "next", ...interactions, ...single }),
    post("c100", "batches of 100", { server: "whetstone", ...interactions, ...batch(100) }),
    post("c1000", "batches of 1,000", { server: "whetstone", ...interactions, ...batch(1_000) }),
    post("cMixed", "1,000 to `/api/events`", { server: "whetstone", ...mixed, ...batch(1_000) }),
    post("d", "the obvious implementation, pool of 10", { server: "obvious", ...obvious, ...single }),
    post("d20", "the same, pool of 20", { server: "obvious20", ...obvious, ...single }),
    loop("eInsert", "limit: multi-row `INSERT`, 1,000 rows each", insertLimit),
    loop("eCopy", "limit: `COPY`, 10,000 rows each", copyLimit),
  ];
  return all.filter(({ id }) => options.only?.includes(id.charAt(0)) ?? true);
}
