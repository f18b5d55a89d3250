import { type FetchedJson, fetchJson, type JsonSource } from "../client/fetch-json.ts";
import { type FetchedPrompt, readPrompt } from "./read-prompt.ts";

/** Which version of which prompt. */
export interface PromptKey {
  template: string;
  label?: string | undefined;
  version?: string | undefined;
}

/** Asks the server for a prompt; never throws. */
export const fetchPrompt = (
  source: JsonSource,
  key: PromptKey,
  etag: string | null,
): Promise<FetchedJson<FetchedPrompt>> => fetchJson(source, { path: pathOf(key), etag, read: readPrompt });

function pathOf({ template, label, version }: PromptKey): string {
  const path = `/api/prompts/${encodeURIComponent(template)}`;
  if (version !== undefined) return `${path}?version=${encodeURIComponent(version)}`;
  return label === undefined ? path : `${path}?label=${encodeURIComponent(label)}`;
}
