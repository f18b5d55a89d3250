import { env } from "./env.ts";

/** How to reach a model behind an OpenAI-compatible API. */
export interface ModelSettings {
  baseUrl: string;
  apiKey: string;
  model: string;
  /** Timeout for the complete response, in milliseconds. */
  timeoutMs: number;
}

/** The model that is configured; null unless LLM_BASE_URL, LLM_API_KEY and LLM_MODEL are all set. */
export function modelSettings(timeoutMs: number): ModelSettings | null {
  const { LLM_BASE_URL, LLM_API_KEY, LLM_MODEL } = env();
  if (!LLM_BASE_URL || !LLM_API_KEY || !LLM_MODEL) return null;
  return { baseUrl: LLM_BASE_URL, apiKey: LLM_API_KEY, model: LLM_MODEL, timeoutMs };
}
