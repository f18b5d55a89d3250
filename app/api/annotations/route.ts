import * as ingest from "#lib/observe/ingest/index.ts";
import { anyKey, preflight, route, toSender } from "#lib/platform/route/index.ts";

export const OPTIONS = preflight("POST");

export const POST = route({
  summary: "Create an annotation, or a batch of up to 1,000",
  access: anyKey,
  body: ingest.oneOrMany("annotations"),
  bodyOutline: ingest.oneOrManyOutline("annotation", "annotations"),
  replies: ingest.collectReplies.annotation,
  notes: ingest.collectNotes,
  unfit: (call) => ingest.limitWrites(toSender(call), { feedback: 1 }),
  handle: (call) => ingest.collect(toSender(call), "annotation", call.body),
});
