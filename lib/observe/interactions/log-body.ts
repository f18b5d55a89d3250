import { z } from "zod";
import type { ProjectContext } from "#lib/platform/access/project-context";
import { fieldErrors, Problem } from "#lib/platform/problem/index";
import { logInteraction, logInteractions } from "./log-interactions.ts";
import { loggedInteractionJson, loggedInteractionSchema } from "./reply.ts";
import { BATCH_MAX, type InteractionBody, interactionBatchSchema, interactionBodySchema } from "./schema.ts";

/** One interaction, or a batch of them. The shape is told by the field that only a batch has, so that faults name fields of the right one. */
export const logBodySchema = z.unknown().transform((body, context) => {
  const isBatch = typeof body === "object" && body !== null && "interactions" in body;
  const parsed = (isBatch ? interactionBatchSchema : interactionBodySchema).safeParse(body);
  if (parsed.success) return parsed.data;
  context.issues.push(
    ...parsed.error.issues.map((issue) => ({ ...issue, input: body }) as z.core.$ZodRawIssue),
  );
  return z.NEVER;
});

/** The same as the contract shows it: a transform has no schema of its own to show. */
export const logBodyOutline = z.union([
  interactionBodySchema,
  z.strictObject({ interactions: z.array(interactionBodySchema).min(1).max(BATCH_MAX) }),
]);

const refusedSchema = z.object({
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

/** What became of each interaction of a batch, in its order. */
const batchReplySchema = z.object({
  results: z.array(z.union([loggedInteractionSchema.extend({ status: z.literal(201) }), refusedSchema])),
});

/** The answers to one interaction, to a batch of which all were stored, and to one of which some were refused. */
export const logReplies = {
  201: z.union([loggedInteractionSchema, batchReplySchema]),
  207: batchReplySchema,
};

/** Logs what the body brought and says what became of it. */
export async function logBody(project: ProjectContext, body: z.output<typeof logBodySchema>) {
  if (!("interactions" in body)) {
    return { status: 201 as const, body: loggedInteractionJson(await logInteraction(project, body)) };
  }
  const batch = await logBatch(project, body.interactions);
  const isWhole = batch.results.every((result) => result.status === 201);
  return isWhole ? { status: 201 as const, body: batch } : { status: 207 as const, body: batch };
}

/** Logs a batch whose members are checked one by one: a bad one is refused by name, its neighbours are stored. */
export async function logBatch(
  project: ProjectContext,
  members: readonly unknown[],
): Promise<z.input<typeof batchReplySchema>> {
  const checked = members.map((member) => interactionBodySchema.safeParse(member));
  const good = checked.flatMap((result): InteractionBody[] => (result.success ? [result.data] : []));
  const outcomes = (good.length > 0 ? await logInteractions(project, good) : []).values();
  const results = checked.map((result) => {
    if (!result.success) return refused(unfit(result.error));
    const outcome = outcomes.next().value;
    if (!outcome || outcome instanceof Problem)
      return refused(outcome ?? new Problem("internal_error", "No outcome."));
    return { status: 201 as const, ...loggedInteractionJson(outcome) };
  });
  return { results };
}

function unfit(error: z.ZodError): Problem {
  const errors = fieldErrors(error);
  return new Problem("invalid_body", errors.map(({ path, message }) => `${path}: ${message}`).join("; "), {
    errors,
  });
}

const refused = (problem: Problem): z.input<typeof refusedSchema> => ({
  status: problem.status,
  code: problem.code,
  detail: problem.message,
  ...(problem.extras.errors ? { errors: problem.extras.errors } : {}),
});
