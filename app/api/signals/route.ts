import * as ingest from "#lib/observe/ingest/index.ts";
import { anyKey, preflight, route, toSender } from "#lib/platform/route/index.ts";

export const OPTIONS = preflight("POST");

export const POST = route({
  summary: "Create a signal of implicit behavior, or a batch of up to 1,000",
  access: anyKey,
  body: ingest.oneOrMany("signals"),
  bodyOutline: ingest.oneOrManyOutline("signal", "signals"),
  replies: ingest.collectReplies.signal,
  notes: ingest.collectNotes,
  unfit: (call) => ingest.limitWrites(toSender(call), { signals: 1 }),
  handle: (call) => ingest.collect(toSender(call), "signal", call.body),
});
