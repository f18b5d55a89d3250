import * as ingest from "#lib/observe/ingest/index.ts";
import {
  listPreferences,
  preferencePageJson,
  preferencePageSchema,
  preferenceQuerySchema,
} from "#lib/observe/preferences/index.ts";
import { anyKey, preflight, reply, route, secretKey, toSender } from "#lib/platform/route/index.ts";

export const OPTIONS = preflight("POST");

export const POST = route({
  summary: "Create a preference between two answers, or a batch of up to 1,000",
  access: anyKey,
  body: ingest.oneOrMany("preferences"),
  bodyOutline: ingest.oneOrManyOutline("preference", "preferences"),
  replies: ingest.collectReplies.preference,
  notes: ingest.collectNotes,
  unfit: (call) => ingest.limitWrites(toSender(call), { feedback: 1 }),
  handle: (call) => ingest.collect(toSender(call), "preference", call.body),
});

export const GET = route({
  summary: "List preferences between two answers, newest first",
  access: secretKey,
  query: preferenceQuerySchema,
  replies: { 200: preferencePageSchema },
  async handle({ caller, query }) {
    return reply(200, preferencePageJson(await listPreferences(caller.project.projectId, query)));
  },
});
