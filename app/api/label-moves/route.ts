import {
  movesBetween,
  promptMoveJson,
  promptMovesQuerySchema,
  promptMovesSchema,
} from "#lib/act/prompts/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

const DEFAULT_MS = 28 * 86_400_000;

export const GET = route({
  summary: "List the moved labels of a period, of all prompts or one",
  access: secretKey,
  query: promptMovesQuerySchema,
  replies: { 200: promptMovesSchema },
  async handle({ caller, query: { from, to, prompt_template: template } }) {
    const until = to ?? now();
    const window = { from: from ?? new Date(until.getTime() - DEFAULT_MS), to: until };
    const moves = await movesBetween(
      caller.project.projectId,
      window,
      template === undefined ? undefined : [template],
    );
    return reply(200, { data: moves.map(promptMoveJson) });
  },
});
