import { z } from "zod";

// What the processes of one app tell each other. Others may talk over the same channel: what is none of these is ignored.

const toPrimary = z.discriminatedUnion("whetstone", [
  /** Which database shall I use? */
  z.object({ whetstone: z.literal("ask") }),
  z.object({ whetstone: z.literal("ready") }),
  /** I cannot serve, and end. */
  z.object({ whetstone: z.literal("failed"), why: z.string() }),
]);

const toWorker = z.discriminatedUnion("whetstone", [
  z.object({
    whetstone: z.literal("database"),
    url: z.string(),
    connections: z.int(),
    /** Whether this process does the jobs, too. */
    hasJobs: z.boolean(),
  }),
  z.object({ whetstone: z.literal("stop") }),
]);

/** What a worker tells the primary. */
export type ToPrimary = z.infer<typeof toPrimary>;

/** What the primary tells a worker. */
export type ToWorker = z.infer<typeof toWorker>;

/** A message to the primary; undefined for what is none. */
export const readToPrimary = (message: unknown): ToPrimary | undefined => toPrimary.safeParse(message).data;

/** A message to a worker; undefined for what is none. */
export const readToWorker = (message: unknown): ToWorker | undefined => toWorker.safeParse(message).data;
