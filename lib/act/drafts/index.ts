import { modelSettings } from "#lib/platform/model-settings.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { offThread, WorkFailed } from "#lib/platform/threads/index.ts";
import type { Draft } from "./draft.ts";
import { EXTRACTIVE_MODEL, extractDraft } from "./extractive-writer.ts";
import { modelDraft } from "./model-writer.ts";
import { promptFor } from "./prompt.ts";
import type { DraftRequest } from "./schema.ts";

export { nextVersionQuestion, readNextVersion } from "./next-version.ts";
export { promptFor } from "./prompt.ts";
export { type DraftRequest, type DraftTask, draftRequestSchema } from "./schema.ts";

/** How long a model may take for one draft, in milliseconds. */
const TIMEOUT = 60_000;

/** The model for drafts if LLM_BASE_URL, LLM_API_KEY and LLM_MODEL are all set; null for the built-in writer. */
export const draftModel = (): string | null => modelSettings(TIMEOUT)?.model ?? null;

/**
 * Writes a draft with the configured model, or with the built-in extractive writer.
 * @throws Problem `draft_failed` if the model returns no text.
 */
export async function composeDraft(request: DraftRequest): Promise<Draft> {
  const settings = modelSettings(TIMEOUT);
  if (settings) return modelDraft(settings, promptFor(request).text);
  const startedAt = performance.now();
  const text = await extract(request);
  return {
    text,
    modelName: EXTRACTIVE_MODEL,
    latencyMs: Math.round(performance.now() - startedAt),
    inputTokens: undefined,
    outputTokens: undefined,
    finishReason: "stop",
  };
}

/** Maximum length for extracting a draft on the main thread. */
const SMALL = 2_000;

const WORK = { file: "lib/act/drafts/extractive-writer.ts", name: "extractDraft" };

/** The built-in writer's draft; long texts are processed in a thread. */
async function extract(request: DraftRequest): Promise<string> {
  const size = request.input.length;
  if (size <= SMALL) return extractDraft(request);
  try {
    return await offThread<string>(WORK, request, { budgetMs: 2_000, patienceMs: 8_000, size });
  } catch (error) {
    if (!(error instanceof WorkFailed)) throw error;
    throw new Problem("draft_failed", "Writing a draft from this text took too long. Try a shorter text.");
  }
}
