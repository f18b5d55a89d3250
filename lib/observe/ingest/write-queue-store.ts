import { groupCommit } from "#lib/platform/db/group-commit.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { processWide } from "#lib/platform/process-wide.ts";
import type { CollectReply } from "./collect-reply.ts";
import { writeGroup } from "./store.ts";
import type { WriteRequest } from "./write-request.ts";

type Write = (request: WriteRequest) => Promise<CollectReply | Problem>;

/** From how many bytes on a request is written in a row of its own: the database takes its time for it. */
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
    // What 64 clients that wait for their answers have under way: the database works while the next group is read.
    laneRows: 24,
  });

/** What arrives together is written together. */
const queues = processWide("write queues", () => ({ ordinary: queue(16_000_000), large: queue(48_000_000) }));

/**
 * Stores a request's events with those of others that arrive while a write is under way, in one commit; large requests
 * with large ones, so that nobody waits for somebody else's megabyte.
 * @throws Problem 503 at once when too much is waiting; nothing of the request is stored then.
 */
export function writeEvents(request: WriteRequest): Promise<CollectReply | Problem> {
  return queues()[request.bytes < LARGE ? "ordinary" : "large"](request);
}
