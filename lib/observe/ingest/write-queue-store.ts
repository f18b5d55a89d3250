import { groupCommit } from "#lib/platform/db/group-commit.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { processWide } from "#lib/platform/process-wide.ts";
import type { CollectReply } from "./collect-reply.ts";
import { writeGroup } from "./store.ts";
import type { WriteRequest } from "./write-request.ts";

type Write = (request: WriteRequest) => Promise<CollectReply | Problem>;

/** Requests of at least this many bytes have a queue of their own, since the database needs long for them. */
const LARGE = 32_000;

const queue = (bytes: number): Write =>
  groupCommit({
    write: writeGroup,
    weigh: ({ events, bytes }) => ({
      rows: events.filter((event) => !(event instanceof Problem)).length,
      bytes,
    }),
    groupRows: 1_000,
    waiting: { rows: 20_000, bytes },
    lanes: 2,
    // What 64 clients that wait for their responses have in progress: the database works while the next group
    // is read.
    laneRows: 24,
  });

/** Requests that arrive together are written together. */
const queues = processWide("write queues", () => ({ ordinary: queue(16_000_000), large: queue(48_000_000) }));

/**
 * Stores a request's events in one commit with others that arrive during a write. Large requests are only
 * grouped with each other, so that no one waits for someone else's megabyte.
 * @throws Problem 503 right away if too much is queued; then nothing of the request is stored.
 */
export function writeEvents(request: WriteRequest): Promise<CollectReply | Problem> {
  return queues()[request.bytes < LARGE ? "ordinary" : "large"](request);
}
