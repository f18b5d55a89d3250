import {
  previewRedaction,
  redactionPreviewBodySchema,
  redactionPreviewSchema,
  redactionSettings,
} from "#lib/observe/redaction/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Preview the redaction of a text, without storing it",
  access: secretKey,
  body: redactionPreviewBodySchema,
  replies: { 200: redactionPreviewSchema },
  async handle({ caller, body: { text, settings } }) {
    const tried = settings ? redactionSettings(settings) : caller.project.redaction;
    return reply(200, await previewRedaction({ settings: tried, text }));
  },
});
