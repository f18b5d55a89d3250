import { z } from "zod";

/** Maximum length of a draft's input: a long article that fits the context of most models. */
export const INPUT_MAX = 20_000;

/** The kinds of text that the playground drafts. */
export const draftTaskSchema = z.enum(["summary", "support_reply", "announcement"]);

/** A kind of text that the playground drafts. */
export type DraftTask = z.infer<typeof draftTaskSchema>;

/** The body of a draft request: what to write, and from which text. */
export const draftRequestSchema = z.strictObject({
  task: draftTaskSchema,
  input: z
    .string()
    .max(INPUT_MAX, `must have at most ${INPUT_MAX} characters`)
    .refine((text) => text.trim() !== "", "must not be empty"),
});

/** What a draft is written from. */
export type DraftRequest = z.output<typeof draftRequestSchema>;
