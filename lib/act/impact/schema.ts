import { z } from "zod";
import { idSchema, momentSchema, pastMomentSchema } from "#lib/domain/fields.ts";
import { scopeSchema } from "#lib/domain/scope.ts";
import { HOLD_OUT, improvementStates } from "./improvement.ts";
import { plainTextFault } from "./plain-text.ts";

/** Longest title and description in characters, and most languages. */
const [TITLE_MAX, DESCRIPTION_MAX, LANGUAGES_MAX] = [120, 500, 50];

const plain = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `must have at most ${most} characters`)
    .superRefine((text, context) => {
      const message = plainTextFault(text);
      if (message !== null) context.addIssue({ code: "custom", message });
    });

/** A language tag in its canonical form. */
const languageSchema = z
  .string()
  .max(35, "must have at most 35 characters")
  .transform((tag, context) => {
    try {
      const [canonical] = Intl.getCanonicalLocales(tag);
      if (canonical !== undefined) return canonical;
    } catch {
      // It is told below.
    }
    context.addIssue({ code: "custom", message: "must be a language tag like en or pt-BR" });
    return z.NEVER;
  });

const textSchema = z.strictObject({
  language: languageSchema.describe("Language tag (BCP 47) of the text.").meta({ examples: ["en"] }),
  title: plain(TITLE_MAX)
    .pipe(z.string().min(1, "must not be empty"))
    .describe("What is better now, in a few words. Plain text.")
    .meta({ examples: ["Refunds name the postage"] }),
  description: plain(DESCRIPTION_MAX)
    .default("")
    .describe("More about it. Plain text; a proven gain is added to it.")
    .meta({ examples: ["Answers about refunds now say who pays for the parcel."] }),
});

const textsSchema = z
  .array(textSchema)
  .max(LANGUAGES_MAX, `must have at most ${LANGUAGES_MAX} languages`)
  .refine(
    (texts) => new Set(texts.map(({ language }) => language)).size === texts.length,
    "must have one text of each language",
  )
  .describe("What users are told, by language. Whoever wants another language gets the first.");

const fields = {
  name: idSchema.describe("What it is called on the dashboard.").meta({ examples: ["Postage in refunds"] }),
  scope: scopeSchema
    .describe("Whose complaints it answers: those about answers with these values; about any if empty.")
    .meta({ examples: [{ feature: "support" }] }),
  categories: z
    .array(idSchema)
    .max(50, "must have at most 50 categories")
    .transform((names) => [...new Set(names)])
    .describe("Only complaints with one of these categories; any complaint if empty."),
  since: momentSchema.describe("Only complaints about answers since then (UTC)."),
  shipped_at: pastMomentSchema.describe("When it shipped (UTC): complaints about later answers are others."),
  hold_out: z
    .number()
    .min(0, "must be 0 to 0.5")
    .max(0.5, "must be 0 to 0.5")
    .describe("The share of those who complained who are not told, to see what telling does."),
};

/** Days before it shipped in which complaints count, unless somebody says otherwise. */
export const COMPLAINT_DAYS = 90;

/** An improvement that somebody writes down. */
export const newImprovementSchema = z
  .strictObject({
    ...fields,
    scope: fields.scope.default({}),
    categories: fields.categories.default([]),
    since: fields.since.optional(),
    hold_out: fields.hold_out.default(HOLD_OUT),
    texts: textsSchema.default([]),
  })
  .refine(({ since, shipped_at }) => since === undefined || since < shipped_at, {
    path: ["since"],
    error: "must be before shipped_at",
  })
  .meta({ id: "NewImprovement" });

/** What somebody writes down of an improvement. */
export type NewImprovement = z.output<typeof newImprovementSchema>;

/** A change of an improvement. What it is about is changed while it is a draft, its texts always. */
export const improvementChangeSchema = z
  .strictObject({
    ...fields,
    texts: textsSchema,
    state: z
      .enum(improvementStates)
      .exclude(["draft"])
      .describe("`published` tells users of it; `withdrawn` ends that, or discards a draft."),
  })
  .partial()
  .meta({ id: "ImprovementChange" });

/** A change of an improvement. */
export type ImprovementChange = z.output<typeof improvementChangeSchema>;

/** An improvement in an address. */
export const improvementParamsSchema = z.object({
  id: z
    .uuid()
    .describe("The improvement's ID.")
    .meta({ examples: ["0193c000-0000-7000-8000-000000000001"] }),
});

/** The same, of a project of the dashboard's. */
export const projectImprovementParamsSchema = improvementParamsSchema.extend({ project_id: z.uuid() });

/** Which improvements are listed. */
export const improvementsQuerySchema = z.strictObject({
  state: z.enum(improvementStates).optional().describe("Only improvements in this state."),
});
