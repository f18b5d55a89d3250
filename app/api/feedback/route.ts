import { feedbackBodySchema } from "#lib/observe/feedback/index";
import * as ingest from "#lib/observe/ingest/index";
import { anyKey, preflight, route, senderOf } from "#lib/platform/route/index";

export const OPTIONS = preflight("POST");

export const POST = route({
  summary: "Store or replace a rating",
  access: anyKey,
  body: feedbackBodySchema,
  replies: ingest.collectReplies.feedback,
  notes: ingest.collectNotes,
  handle: (call) => ingest.collect(senderOf(call), "feedback", { one: call.body }),
});
