import { collectMixed } from "#lib/observe/ingest/index.ts";
import type { Sender } from "#lib/platform/route/index.ts";

/** The least that makes an interaction. */
export const answer = { feature_name: "f", response_text: "r", model_name: "m" };
/** A thumbs-up on an interaction. */
export const thumb = (id: string, more: object = {}) => ({
  ...{ type: "feedback", interaction_id: id, rating_type: "binary", rating_value: 1 },
  ...more,
});
/** An annotation on an interaction. */
export const quote = (id: string, more: object = {}) => ({
  ...{ type: "annotation", interaction_id: id, quote: { exact: "wrong" }, comment: "It is not." },
  ...more,
});
/** A signal on an interaction. */
export const copy = (id: string, more: object = {}) => ({
  type: "signal",
  interaction_id: id,
  signal: "copy",
  ...more,
});

/** What became of one event of a batch. */
export interface Result {
  type: string;
  status: number;
  code?: string;
  [field: string]: unknown;
}
/** Sends a mixed batch. */
export const send = async (sender: Sender, events: unknown[]): Promise<Result[]> => {
  const { body } = await collectMixed(sender, events);
  return (body as unknown as { results: Result[] }).results;
};
/** The statuses of results. */
export const statuses = (results: readonly Result[]) => results.map(({ status }) => status);
