import { z } from "zod";
import {
  previewRedaction,
  redactionPreviewBodySchema,
  redactionPreviewSchema,
  redactionSettings,
} from "#lib/observe/redaction/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Preview the redaction of a text, without storing it",
  access: member("view"),
  params: z.object({ project_id: z.uuid() }),
  body: redactionPreviewBodySchema,
  replies: { 200: redactionPreviewSchema },
  async handle({ caller, body: { text, settings } }) {
    const tried = settings ? redactionSettings(settings) : caller.project.redaction;
    return reply(200, await previewRedaction({ settings: tried, text }));
  },
});
