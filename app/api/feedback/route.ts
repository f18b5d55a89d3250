import * as ingest from "#lib/observe/ingest/index.ts";
import { anyKey, preflight, route, toSender } from "#lib/platform/route/index.ts";

export const OPTIONS = preflight("POST");

export const POST = route({
  summary: "Create or replace a rating",
  access: anyKey,
  body: ingest.oneEvent,
  bodyOutline: ingest.oneOutline("feedback"),
  replies: ingest.collectReplies.feedback,
  notes: ingest.collectNotes,
  unfit: (call) => ingest.limitWrites(toSender(call), { feedback: 1 }),
  handle: (call) => ingest.collect(toSender(call), "feedback", call.body),
});
