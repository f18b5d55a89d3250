import { z } from "zod";

/** A shadow answer in a list. */
export interface ShadowItem {
  shadowId: string;
  shadowOf: string;
  featureName: string;
  modelName: string;
  /** "" for none. */
  promptTemplate: string;
  promptVersion: string;
  responseText: string;
  responseLatencyMs: number | null;
  costUsd: number | null;
  tokenCount: number | null;
  finishReason: string | null;
  /** Everything else that was logged, by the names of the API. */
  details: Record<string, unknown>;
  inProgress: boolean;
  createdAt: Date;
}

/** A page of shadow answers, newest first. */
export interface ShadowPage {
  data: ShadowItem[];
  nextCursor: string | null;
}

/** A page of shadow answers as API JSON. */
export const shadowPageSchema = z.object({
  data: z.array(
    z.object({
      interaction_id: z.string().describe("Its own ID."),
      shadow_of: z.string().describe("The interaction that was shown for the same input."),
      feature_name: z.string(),
      model_name: z.string(),
      prompt_template: z.string().nullable(),
      prompt_version: z.string().nullable(),
      response_text: z.string(),
      response_latency_ms: z.int().nullable(),
      cost_usd: z.number().nullable(),
      token_count: z.int().nullable(),
      finish_reason: z.string().nullable(),
      details: z.record(z.string(), z.unknown()).describe("Everything else that was logged."),
      in_progress: z.boolean(),
      created_at: z.iso.datetime(),
    }),
  ),
  next_cursor: z.string().nullable(),
});

/** Converts a page of shadow answers to API JSON. */
export const shadowPageJson = ({ data, nextCursor }: ShadowPage): z.input<typeof shadowPageSchema> => ({
  data: data.map((one) => ({
    ...{ interaction_id: one.shadowId, shadow_of: one.shadowOf },
    ...{ feature_name: one.featureName, model_name: one.modelName },
    ...{ prompt_template: one.promptTemplate || null, prompt_version: one.promptVersion || null },
    ...{ response_text: one.responseText, response_latency_ms: one.responseLatencyMs },
    ...{ cost_usd: one.costUsd, token_count: one.tokenCount, finish_reason: one.finishReason },
    ...{ details: one.details, in_progress: one.inProgress, created_at: one.createdAt.toISOString() },
  })),
  next_cursor: nextCursor,
});
