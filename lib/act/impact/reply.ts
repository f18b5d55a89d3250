import { z } from "zod";
import { impactClaimSchema } from "#lib/domain/impact-claim.ts";
import { scopeJson, scopeSchema } from "#lib/domain/scope.ts";
import { type Improvement, improvementStates } from "./improvement.ts";

const moment = z.iso.datetime();

const sourceSchema = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("prompt_version"),
      template: z.string().describe("The prompt."),
      version: z.string().describe("Its version."),
    }),
    z.object({ kind: z.literal("problem"), problem_id: z.uuid().describe("The problem's ID.") }),
    z.object({ kind: z.literal("manual") }),
  ])
  .describe("What it was drafted from.");

/** An improvement, as it is answered. */
export const improvementSchema = z
  .object({
    improvement_id: z.uuid().describe("The improvement's ID."),
    source: sourceSchema,
    name: z.string().describe("What it is called on the dashboard."),
    state: z.enum(improvementStates).describe("Users are told of published improvements only."),
    scope: scopeSchema.describe("Whose complaints it answers, by dimension."),
    categories: z.array(z.string()).describe("Only complaints with one of these; any if empty."),
    since: moment.describe("Only complaints about answers since then (UTC)."),
    shipped_at: moment.describe("When it shipped (UTC)."),
    hold_out: z.number().describe("The share of those who complained who are not told."),
    people: z.int().describe("How many people complained; 0 until it is published."),
    claim: impactClaimSchema.nullable().describe("What the data say; null until they were looked at."),
    silent: z
      .enum(["problem_back", "rolled_back", "rated_worse"])
      .nullable()
      .describe("Why nobody is told although it is published; null if they are."),
    texts: z
      .array(z.object({ language: z.string(), title: z.string(), description: z.string() }))
      .describe("What users are told, by language."),
    created_by: z.string().describe("Who wrote it down."),
    created_at: moment.describe("When (UTC)."),
    published_by: z.string().nullable().describe("Who published it."),
    published_at: moment.nullable().describe("When (UTC)."),
  })
  .meta({
    id: "TrackedImprovement",
    description: "Something that was made better, and what users are told.",
  });

/** The JSON of an improvement. */
export const improvementJson = (each: Improvement): z.input<typeof improvementSchema> => ({
  ...{ improvement_id: each.improvementId, source: sourceJson(each), name: each.name, state: each.state },
  ...{ scope: scopeJson(each.scope), categories: each.categories, since: each.since.toISOString() },
  ...{ shipped_at: each.shippedAt.toISOString(), hold_out: each.holdOut, people: each.people },
  ...{ claim: each.claim, silent: each.silent, texts: each.texts },
  ...{ created_by: each.createdBy, created_at: each.createdAt.toISOString() },
  ...{ published_by: each.publishedBy, published_at: each.publishedAt?.toISOString() ?? null },
});

function sourceJson({ source }: Improvement): z.input<typeof sourceSchema> {
  return source.kind === "problem" ? { kind: source.kind, problem_id: source.problemId } : source;
}
