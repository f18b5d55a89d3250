/** What is sent: an answer; a rating with its answer inline; a thumb with a publishable key and the answer's token. */
export type EventKind = "interaction" | "rating" | "thumb";

/** What a load process is asked to do. */
export interface LoadSpec {
  /** The whole address to POST to. */
  url: string;
  kind: EventKind;
  /** Sent as the bearer; null where nobody asks for one. */
  key: string | null;
  connections: number;
  /** Events a request; with 1 the event is the body itself. */
  batch: number;
  /** The field that a batch stands in. */
  envelope: string;
  /** Sets the ids of this run apart from those of every other. */
  run: string;
  /** A file of one token a line, all of one length, of the answers that thumbs are for; null for what needs none. */
  tokens: string | null;
  warmUpSeconds: number;
  seconds: number;
  /** Requests a second over all connections; null: as fast as answers come. */
  rate: number | null;
}

/** What it found. */
export interface LoadResult {
  /** Requests answered within the timed seconds. */
  requests: number;
  requestsPerSecond: number;
  /** Milliseconds. With a rate they count from when the request was due, whether it could be sent then or not. */
  p50: number;
  p99: number;
  slowest: number;
  /** Events that were taken, those of the warm-up included. */
  acknowledged: number;
  /** How often it was refused, by status, warm-up included. */
  faults: Record<string, number>;
  /** The first refusal, for a person to read. */
  firstFault: string | null;
  /** The share of one core that this process used in the timed seconds. */
  cpu: number;
}

/** Told to a load process by its parent once, in JSON, as its only argument. */
export function readLoadSpec(argument: string | undefined): LoadSpec {
  if (!argument) throw new Error("This is run by npm run bench:collect, which tells it what to send.");
  return JSON.parse(argument) as LoadSpec;
}
