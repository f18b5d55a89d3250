import { z } from "zod";
import { draftRequestSchema } from "#lib/act/drafts/index.ts";
import { requireMembership } from "#lib/platform/auth/session.ts";
import { person, reply, route } from "#lib/platform/route/index.ts";
import { writeDraft } from "#lib/use-cases/write-draft.ts";

const text = z.string();

export const POST = route({
  summary: "Write a draft in the playground and log it as an interaction",
  access: person,
  body: draftRequestSchema.extend({ project_id: z.uuid("must be the id of a project") }),
  replies: { 201: z.object({ interaction_id: text, feedback_token: text, text, model_name: text }) },
  async handle({ caller, body: { project_id, ...request } }) {
    const { project } = await requireMembership(caller, project_id, "view");
    const written = await writeDraft(project, caller.userId, request);
    return reply(201, {
      interaction_id: written.interactionId,
      feedback_token: written.feedbackToken,
      text: written.text,
      model_name: written.modelName,
    });
  },
});
