import { projectPromptParamsSchema } from "#lib/act/prompts/index.ts";
import { metricFilter } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { draftBodySchema, draftedVersionSchema, draftVersion } from "#lib/use-cases/report/draft-version.ts";

export const POST = route({
  summary: "Let the configured model draft the next version of a prompt from its report",
  access: member("edit_prompts"),
  params: projectPromptParamsSchema,
  body: draftBodySchema,
  replies: { 200: draftedVersionSchema },
  async handle({ params: { project_id: projectId, template }, body, request }) {
    const { version, recommendations, examples, ...window } = body;
    const filter = metricFilter(projectId, window, now());
    const asked = { filter, template, version };
    return reply(200, await draftVersion(asked, { recommendations, examples }, request.signal));
  },
});
