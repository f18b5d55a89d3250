import { z } from "zod";
import { idSchema, metadataSchema, TEXT_MAX, textSchema } from "#lib/domain/fields.ts";
import { isLabel } from "#lib/domain/prompt-syntax.ts";
import { versionNumber } from "#lib/domain/prompt-version-name.ts";

/** Addresses beside those of prompts: a prompt of such a name could not be read. */
const TAKEN: readonly string[] = ["export", "import"];

/** The name of a prompt, as interactions tell it. */
export const templateSchema = idSchema
  .describe("Name of the prompt, the `prompt_template` of interactions.")
  .meta({ examples: ["summarize-article"] });

/** The name of a prompt that is new. */
export const newTemplateSchema = templateSchema.refine(
  (name) => !TAKEN.includes(name),
  `must not be ${TAKEN.join(" or ")}: these are addresses of the API`,
);

/** The label that is read where a reader names none. */
export const PRODUCTION = "production";

/** A label. */
export const labelSchema = z
  .string()
  .refine(
    isLabel,
    "must begin with a letter or digit, have at most 64 of these and . _ : -, and not look like a version",
  )
  .describe("Label of a version, such as `production`.")
  .meta({ examples: [PRODUCTION] });

/** A version that we made. */
export const versionSchema = z
  .string()
  .refine((text) => versionNumber(text) !== null, "must be a version such as v3")
  .describe("Version, such as `v3`.")
  .meta({ examples: ["v3"] });

/** Which prompts are one text, and which have messages. */
export const kindSchema = z
  .enum(["text", "chat"])
  .describe("`text` for a prompt that is one text, `chat` for messages.");

/** The text of a text prompt. */
export const promptTextSchema = textSchema
  .min(1, "must not be empty")
  .describe("Text of a text prompt, with `{{variables}}` and `{{> other@label}}`.")
  .meta({ examples: ["Summarize in {{language}}: {{article}}"] });

/** Most messages of a chat prompt. */
const MESSAGES_MAX = 100;

/** One message of a chat prompt. */
export const messageSchema = z
  .strictObject({
    role: z.enum(["system", "user", "assistant"]).describe("Who says it."),
    content: textSchema
      .describe("What is said, with `{{variables}}` and `{{> other@label}}`.")
      .meta({ examples: ["Summarize in {{language}}."] }),
  })
  .meta({ id: "PromptMessage" });

/** The messages of a chat prompt. */
export const messagesSchema = z
  .array(messageSchema)
  .min(1, "must contain a message")
  .max(MESSAGES_MAX, `must contain at most ${MESSAGES_MAX} messages`)
  .refine(
    (messages) => messages.reduce((sum, { content }) => sum + content.length, 0) <= TEXT_MAX,
    `must have at most ${TEXT_MAX} characters together`,
  )
  .describe("Messages of a chat prompt.");

const textOf = (about: string) => z.string().max(1_000, "must have at most 1000 characters").describe(about);

/** What a version's author says of it. */
export const noteSchema = textOf("What changed and why, for your team.").meta({
  examples: ["Asks for the language."],
});

/** Why a label is moved. */
export const reasonSchema = textOf("Why the label is moved. It is kept in the record.").meta({
  examples: ["Liked better on staging."],
});

/** The model that a version was written for. */
export const modelNameSchema = idSchema.describe("Model to use with this version.");

/** How that model is set. */
export const modelParamsSchema = metadataSchema.describe(
  "Parameters of the model, such as `temperature`: an object of up to 16 kB.",
);
