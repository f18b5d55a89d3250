/** What a load process is asked to do. */
export interface LoadSpec {
  /** The whole address to POST to. */
  url: string;
  /** Sent as the bearer; null where nobody asks for one. */
  secretKey: string | null;
  connections: number;
  /** Events a request; with 1 the event is the body itself. */
  batch: number;
  /** The field that a batch stands in. */
  envelope: string;
  /** Sets the ids of this run apart from those of every other. */
  run: string;
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
  /** Events answered with 201, those of the warm-up included. */
  acknowledged: number;
  /** How often what other than 201 was answered, warm-up included. */
  faults: Record<string, number>;
  /** The first such answer, for a person to read. */
  firstFault: string | null;
  /** The share of one core that this process used in the timed seconds. */
  cpu: number;
}

/** Told to a load process by its parent once, in JSON, as its only argument. */
export function readLoadSpec(argument: string | undefined): LoadSpec {
  if (!argument) throw new Error("This is run by npm run bench:collect, which tells it what to send.");
  return JSON.parse(argument) as LoadSpec;
}
