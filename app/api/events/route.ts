import * as ingest from "#lib/observe/ingest/index.ts";
import { anyKeyOrBeacon, preflight, reply, route, secretKey, toSender } from "#lib/platform/route/index.ts";

export const OPTIONS = preflight("POST");

export const POST = route({
  summary: "Send a mixed batch of up to 1,000 events",
  access: anyKeyOrBeacon,
  query: ingest.beaconQuerySchema,
  body: ingest.eventsBodySchema,
  bodyOutline: ingest.eventsOutline,
  bodyLimit: ingest.BATCH_BYTES,
  replies: ingest.collectReplies.mixed,
  notes: ingest.collectNotes,
  unfit: (call) => ingest.limitWrites(toSender(call), { signals: 1 }),
  handle: (call) => ingest.collectMixed(toSender(call), call.body.events ?? []),
});

export const GET = route({
  summary: "List pending events: events that arrived before their interaction",
  access: secretKey,
  query: ingest.pendingQuerySchema,
  replies: { 200: ingest.pendingPageSchema },
  async handle({ caller, query }) {
    return reply(200, ingest.pendingPageJson(await ingest.listPending(caller.project.projectId, query)));
  },
});

export const DELETE = route({
  summary: "Delete pending events",
  access: secretKey,
  query: ingest.pendingDeletionSchema,
  replies: { 200: ingest.pendingDeletedSchema },
  async handle({ caller, query }) {
    return reply(200, { deleted: await ingest.deletePending(caller.project.projectId, query) });
  },
});
