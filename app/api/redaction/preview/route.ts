import {
  previewRedaction,
  redactionPreviewBodySchema,
  redactionPreviewSchema,
  redactionSettings,
} from "#lib/observe/redaction/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Show what would be taken out of a text before it is stored; nothing is stored",
  access: secretKey,
  body: redactionPreviewBodySchema,
  replies: { 200: redactionPreviewSchema },
  async handle({ caller, body: { text, settings } }) {
    const tried = settings ? redactionSettings(settings) : caller.project.redaction;
    return reply(200, await previewRedaction({ settings: tried, text }));
  },
});
