import { composeDraft, type DraftRequest, promptFor } from "../act/drafts/index.ts";
import { logInteraction } from "../observe/ingest/index.ts";
import { interactionBodySchema } from "../observe/interactions/index.ts";
import type { ProjectContext } from "../platform/projects/project-context.ts";

/** A logged draft that can now be rated with its token. */
export interface WrittenDraft {
  interactionId: string;
  feedbackToken: string;
  text: string;
  modelName: string;
}

/**
 * Writes a draft for a person and logs it as an interaction of the project, as an embedding product's backend would.
 * @throws Problem `draft_failed` if the model failed; then nothing is logged.
 */
export async function writeDraft(
  project: ProjectContext,
  userId: string,
  request: DraftRequest,
): Promise<WrittenDraft> {
  const prompt = promptFor(request);
  const draft = await composeDraft(request);
  const { interactionId, feedbackToken } = await logInteraction(
    project,
    interactionBodySchema.parse({
      feature_name: prompt.template,
      response_text: draft.text,
      model_name: draft.modelName,
      input: request.input,
      prompt_text: prompt.text,
      prompt_template: prompt.template,
      prompt_version: prompt.version,
      response_latency_ms: draft.latencyMs,
      input_tokens: draft.inputTokens,
      output_tokens: draft.outputTokens,
      finish_reason: draft.finishReason,
      user_id: userId,
    }),
  );
  return { interactionId, feedbackToken, text: draft.text, modelName: draft.modelName };
}
