import type { z } from "zod";
import { feedbackBodySchema } from "#lib/observe/feedback/index.ts";
import { interactionBodySchema } from "#lib/observe/interactions/index.ts";
import { preferenceBodySchema } from "#lib/observe/preferences/index.ts";
import { fieldErrors } from "#lib/platform/problem/index.ts";
import { faultIn } from "#lib/platform/route/validate-json.ts";
import { emptyLine, type LineContent, type LineReader, refusedLine } from "./line-content.ts";

/**
 * Reads API JSON: a body with `rating_type` is a rating (optionally with an inline interaction), one with
 * `preferred_id` a preference, any other an interaction.
 */
export const readApiLine: LineReader = (text, ownId) => {
  const body = parseObject(text);
  if (typeof body === "string") return refusedLine(body);
  if ("rating_type" in body) return readRating(body, ownId);
  return "preferred_id" in body ? readPreference(body, ownId) : readInteraction(body, ownId);
};

/** The object in a text, or why there is none. */
function parseObject(text: string): object | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "is not valid JSON";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "is not a JSON object";
  const fault = faultIn(value);
  return fault ? `${fault.path}: ${fault.message}` : value;
}

function readRating(body: object, ownId: string): LineContent {
  const parsed = feedbackBodySchema.safeParse(body);
  if (!parsed.success) return refusedLine(formatIssues(parsed.error));
  const rating = { ...parsed.data, feedback_id: parsed.data.feedback_id ?? ownId };
  return { ...emptyLine(), ratings: [rating] };
}

function readInteraction(body: object, ownId: string): LineContent {
  const parsed = interactionBodySchema.safeParse(body);
  if (!parsed.success) return refusedLine(formatIssues(parsed.error));
  const interaction = { ...parsed.data, interaction_id: parsed.data.interaction_id ?? ownId };
  return { ...emptyLine(), interactions: [interaction] };
}

function readPreference(body: object, ownId: string): LineContent {
  const parsed = preferenceBodySchema.safeParse(body);
  if (!parsed.success) return refusedLine(formatIssues(parsed.error));
  const preference = { ...parsed.data, preference_id: parsed.data.preference_id ?? ownId };
  return { ...emptyLine(), preferences: [preference] };
}

/** All invalid fields, with reasons. */
export const formatIssues = (error: z.ZodError): string =>
  fieldErrors(error)
    .map(({ path, message }) => `${path}: ${message}`)
    .join("; ");
