import {
  importPrompts,
  importResultSchema,
  keyAuthor,
  portablePromptsSchema,
} from "#lib/act/prompts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Import prompts from an export, all or none",
  access: secretKey,
  body: portablePromptsSchema,
  bodyLimit: 10_000_000,
  replies: { 200: importResultSchema },
  notes: {
    description:
      "What is there already stays: labels are not moved, and a version that exists must say the same. Importing the same file again changes nothing. Split an export of more than 10 MB by prompts.",
    refusals: { 409: "A version exists and says something else, or could not be composed" },
  },
  async handle({ caller, body }) {
    return reply(200, await importPrompts(caller.project.projectId, body, keyAuthor(caller.keyName)));
  },
});
