import { groupCommit } from "#lib/platform/db/group-commit";
import { Problem } from "#lib/platform/problem/index";
import type { CollectReply } from "./collect-reply.ts";
import { writeGroup } from "./store.ts";
import type { WriteRequest } from "./write-request.ts";

type Write = (request: WriteRequest) => Promise<CollectReply | Problem>;

// Next bundles its own copy of every module, and what arrives together should be written together.
const shared = globalThis as { whetstoneWrites?: Write };

/**
 * Stores a request's events with those of others that arrive while a write is under way, in one commit.
 * @throws Problem 503 at once when too much is waiting; nothing of the request is stored then.
 */
export function writeEvents(request: WriteRequest): Promise<CollectReply | Problem> {
  shared.whetstoneWrites ??= groupCommit({
    write: writeGroup,
    weigh: ({ events, bytes }) => ({
      rows: events.filter((event) => !(event instanceof Problem)).length,
      bytes,
    }),
    groupRows: 1_000,
    waiting: { rows: 20_000, bytes: 64_000_000 },
    lanes: 2,
    laneRows: 200,
  });
  return shared.whetstoneWrites(request);
}
