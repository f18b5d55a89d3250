import { z } from "zod";

// Messages between the processes of an app. Other messages on the same channel are ignored.

const toPrimary = z.discriminatedUnion("whetstone", [
  /** Asks for the database. */
  z.object({ whetstone: z.literal("ask") }),
  z.object({ whetstone: z.literal("ready") }),
  /** The worker cannot serve and exits. */
  z.object({ whetstone: z.literal("failed"), why: z.string() }),
]);

const toWorker = z.discriminatedUnion("whetstone", [
  z.object({
    whetstone: z.literal("database"),
    url: z.string(),
    connections: z.int(),
    /** Whether this process also runs the jobs. */
    hasJobs: z.boolean(),
  }),
  z.object({ whetstone: z.literal("stop") }),
]);

/** A message from a worker to the primary. */
export type ToPrimary = z.infer<typeof toPrimary>;

/** A message from the primary to a worker. */
export type ToWorker = z.infer<typeof toWorker>;

/** Parses a message to the primary; undefined if it is not one. */
export const readToPrimary = (message: unknown): ToPrimary | undefined => toPrimary.safeParse(message).data;

/** Parses a message to a worker; undefined if it is not one. */
export const readToWorker = (message: unknown): ToWorker | undefined => toWorker.safeParse(message).data;
