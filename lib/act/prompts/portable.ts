import { z } from "zod";
import { momentSchema, nullsAbsent } from "#lib/domain/fields.ts";
import { parseTemplate } from "#lib/domain/prompt-syntax.ts";
import { type PromptContent, textPath, textsOf } from "./content.ts";
import {
  kindSchema,
  labelSchema,
  messagesSchema,
  modelNameSchema,
  modelParamsSchema,
  newTemplateSchema,
  noteSchema,
  promptTextSchema,
  versionSchema,
} from "./fields.ts";

/** A time as text: what is exported has the same schema, and is no Date. */
const momentText = z.iso
  .datetime({ offset: true })
  .refine((text) => momentSchema.safeParse(text).success, "must be between 1970 and 2999");

const portableVersion = z
  .strictObject({
    version: versionSchema,
    parent_version: versionSchema.optional().describe("The version this one was made from."),
    text: promptTextSchema.optional(),
    messages: messagesSchema.optional(),
    model_name: modelNameSchema.optional(),
    model_params: modelParamsSchema.optional(),
    author: z.string().max(200).describe("Who added it."),
    note: noteSchema,
    created_at: momentText.describe("When it was added (UTC)."),
  })
  .superRefine(({ text, messages }, context) => {
    const content: PromptContent | undefined = text ?? messages;
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: path.split("."), message });
    if (content === undefined || (text !== undefined && messages !== undefined))
      return fault("text", "is required, or messages, and not both");
    textsOf(content).forEach((each, index) => {
      for (const { line, column, message } of parseTemplate(each).faults)
        fault(textPath(content, index), `line ${line}, column ${column}: ${message}`);
    });
  });

const portablePrompt = z
  .strictObject({
    template: newTemplateSchema,
    kind: kindSchema,
    created_at: momentText.describe("When it was created (UTC)."),
    archived_at: momentText.optional().describe("When it was archived (UTC)."),
    versions: z.array(nullsAbsent(portableVersion)).min(1).max(2_000).describe("Its versions, oldest first."),
    labels: z
      .array(
        z.strictObject({
          label: labelSchema,
          version: versionSchema,
          protected: z.boolean().describe("Whether only owners and admins may move the label."),
        }),
      )
      .max(50)
      .describe("Its labels."),
  })
  .superRefine(({ kind, versions, labels }, context) => {
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    const names = new Set<string>();
    versions.forEach((given, index) => {
      const { version, text, messages } = given;
      if (names.has(version)) fault(["versions", index, "version"], "is there twice");
      names.add(version);
      const isOther = kind === "text" ? messages !== undefined : text !== undefined;
      if (isOther) fault(["versions", index], `must be of the prompt's kind, ${kind}`);
    });
    const labelled = new Set<string>();
    labels.forEach(({ label, version }, index) => {
      if (labelled.has(label)) fault(["labels", index, "label"], "is there twice");
      labelled.add(label);
      if (!names.has(version)) fault(["labels", index, "version"], "is not among the prompt's versions");
    });
  });

/** Prompts as one file: what an export writes, an import reads. */
export const portablePromptsSchema = z
  .strictObject({
    format: z.literal("whetstone-prompts").describe("What the file is."),
    format_version: z.literal(1).describe("Version of the format."),
    prompts: z.array(nullsAbsent(portablePrompt)).max(1_000).describe("The prompts, by name."),
  })
  .superRefine(({ prompts }, context) => {
    const names = new Set<string>();
    prompts.forEach(({ template }, index) => {
      if (names.has(template))
        context.addIssue({ code: "custom", path: ["prompts", index, "template"], message: "is there twice" });
      names.add(template);
    });
  })
  .meta({ id: "PortablePrompts" });

/** Prompts that are imported. */
export type PortablePrompts = z.output<typeof portablePromptsSchema>;

/** Prompts that are exported. */
export type ExportedPrompts = z.input<typeof portablePromptsSchema>;
