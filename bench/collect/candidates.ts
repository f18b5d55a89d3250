import type { BeforeBuild } from "./before-build.ts";
import { RATINGS, TABLE } from "./bench-table.ts";
import type { BenchEnvironment } from "./environment.ts";
import { copyLimit, insertLimit } from "./limits.ts";
import { measurePosts, type Target } from "./measure-posts.ts";
import type { BenchOptions } from "./options.ts";
import type { LoadTool, Measurement } from "./run-load.ts";
import type { Servers } from "./servers.ts";

/** What one round gives; a loop without requests tells its rows only. */
export type RoundResult = Pick<Measurement, "eventsPerSecond"> & Partial<Measurement>;

/** One way to get events into the database, measured once a round. */
export interface Candidate {
  id: string;
  label: string;
  /** The server that it is measured with; null for a loop without one. */
  server: keyof Servers | null;
  measure(tool?: LoadTool): Promise<RoundResult>;
}

/** Connections of a sender of batches: fewer, as each brings much. */
const BATCH_CONNECTIONS = { 100: 8, 1000: 4 } as const;

type Sent = Pick<Target, "kind" | "path" | "envelope" | "table">;

/** What is sent where, and where its rows lie afterwards. */
const sent = {
  rating: { kind: "rating", path: "/api/feedback", envelope: "events", table: "feedback" },
  thumb: { kind: "thumb", path: "/api/feedback", envelope: "events", table: "feedback_submissions" },
  interaction: {
    kind: "interaction",
    path: "/api/interactions",
    envelope: "interactions",
    table: "interactions",
  },
  mixed: { kind: "interaction", path: "/api/events", envelope: "events", table: "interactions" },
  mixedRatings: { kind: "rating", path: "/api/events", envelope: "events", table: "feedback" },
  obviousRating: { kind: "rating", path: "/ratings", envelope: "", table: RATINGS },
  obviousInteraction: { kind: "interaction", path: "/interactions", envelope: "", table: TABLE },
} as const satisfies Record<string, Sent>;

/** What single ratings, or thumbs, at the app's own listener are sent to. */
export const singleTarget = (kind: "rating" | "thumb", connections: number): Target => ({
  server: "whetstone",
  ...sent[kind],
  batch: 1,
  connections,
});

/** Everybody whose letter was asked for, in the order of the table. */
export function listCandidates(
  stage: BenchEnvironment,
  servers: Servers,
  options: BenchOptions,
  before?: BeforeBuild,
): Candidate[] {
  const { connections, seconds, warmUpSeconds } = options;
  const post = (id: string, label: string, target: Target): Candidate => ({
    id,
    label,
    server: target.server,
    measure: (tool) => measurePosts(stage, servers, target, { warmUpSeconds, seconds, rate: null }, tool),
  });
  const single = (server: keyof Servers, what: Sent): Target => ({ server, ...what, batch: 1, connections });
  const batch = (size: keyof typeof BATCH_CONNECTIONS, what: Sent): Target => ({
    server: "whetstone",
    ...what,
    batch: size,
    connections: BATCH_CONNECTIONS[size],
  });
  const loop = (id: string, label: string, write: typeof copyLimit): Candidate => ({
    id,
    label,
    server: null,
    measure: async () => {
      await stage.settle();
      return { eventsPerSecond: await write(stage, seconds) };
    },
  });
  const beforeBuild = (build: BeforeBuild): Candidate => ({
    id: "before",
    label: "a rating, by the build before",
    server: "before",
    measure: (tool) =>
      measurePosts(
        build.stage,
        { before: build.server },
        single("before", sent.rating),
        { warmUpSeconds, seconds, rate: null },
        tool,
      ),
  });
  const all = [
    post("a", "a rating with its answer inline", single("whetstone", sent.rating)),
    post("b", "a thumb with publishable key and token", single("whetstone", sent.thumb)),
    post("c", "an answer", single("whetstone", sent.interaction)),
    post("dRating", "obvious: a rating with its answer inline", single("obvious", sent.obviousRating)),
    post("dThumb", "obvious: a thumb", single("obvious", { ...sent.obviousRating, kind: "thumb" })),
    post("dAnswer", "obvious: an answer", single("obvious", sent.obviousInteraction)),
    post("e100", "answers in batches of 100", batch(100, sent.interaction)),
    post("e1000", "answers in batches of 1,000", batch(1_000, sent.interaction)),
    post("eMixed", "1,000 answers to `/api/events`", batch(1_000, sent.mixed)),
    post("eRatings", "1,000 ratings, inline, to `/api/events`", batch(1_000, sent.mixedRatings)),
    loop("fInsert", "limit: multi-row `INSERT` of 1,000 answers", insertLimit),
    loop("fCopy", "limit: `COPY` of 10,000 answers", copyLimit),
  ];
  const asked = all.filter(({ id }) => options.only?.includes(id.charAt(0)) ?? true);
  return before ? [...asked, beforeBuild(before)] : asked;
}
