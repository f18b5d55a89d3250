import { z } from "zod";
import { idSchema, nullsAbsent, wholeNumberSchema } from "#lib/domain/fields.ts";
import { includeKey, includesOf, parseTemplate, variablesOf } from "#lib/domain/prompt-syntax.ts";
import { type PromptContent, type PromptKind, textPath, textsOf } from "./content.ts";
import {
  kindSchema,
  labelSchema,
  messagesSchema,
  modelNameSchema,
  modelParamsSchema,
  newTemplateSchema,
  noteSchema,
  promptTextSchema,
  reasonSchema,
  templateSchema,
  versionSchema,
} from "./fields.ts";
import { versionPageSchema } from "./version-page.ts";

/** Most prompts that one text may include. */
const INCLUDES_MAX = 50;

/** What a version says, as it is written. */
const draftFields = {
  text: promptTextSchema.optional(),
  messages: messagesSchema.optional(),
  note: noteSchema.default(""),
  model_name: modelNameSchema.optional(),
  model_params: modelParamsSchema.optional(),
};

interface DraftBody {
  text?: string | undefined;
  messages?: Exclude<PromptContent, string> | undefined;
}

const contentOf = ({ text, messages }: DraftBody): PromptContent | undefined =>
  text === undefined ? messages : messages === undefined ? text : undefined;

/** Holds a draft's content to the syntax, and says of each fault where it is. */
function checkContent(body: DraftBody, context: z.core.$RefinementCtx): void {
  const content = contentOf(body);
  const fault = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: path.split("."), message });
  if (content === undefined) {
    fault("text", "is required, or messages, and not both");
    return;
  }
  textsOf(content).forEach((text, index) => {
    const { parts, faults } = parseTemplate(text);
    const path = textPath(content, index);
    for (const { line, column, message } of faults) fault(path, `line ${line}, column ${column}: ${message}`);
    if (includesOf(parts).length > INCLUDES_MAX)
      fault(path, `includes more than ${INCLUDES_MAX} other prompts`);
  });
}

/** The body that creates a prompt, with its first version. */
export const newPromptSchema = nullsAbsent(
  z
    .strictObject({ template: newTemplateSchema, kind: kindSchema, ...draftFields })
    .superRefine((body, context) => {
      checkContent(body, context);
      const written = body.text === undefined ? "chat" : "text";
      if (contentOf(body) !== undefined && written !== body.kind)
        context.addIssue({
          code: "custom",
          path: ["kind"],
          message: `must be ${written}, or ${body.kind === "chat" ? "messages" : "text"} must be there`,
        });
    })
    .meta({ id: "NewPrompt" }),
);

/** The body that adds a version. */
export const newVersionSchema = nullsAbsent(
  z
    .strictObject({
      ...draftFields,
      parent_version: versionSchema.describe(
        "The version this one was made from. It must be the newest: if somebody added one meanwhile, nothing is stored.",
      ),
    })
    .superRefine(checkContent)
    .meta({ id: "NewPromptVersion" }),
);

/** A version before it is stored. */
export interface PromptDraft {
  kind: PromptKind;
  content: PromptContent;
  /** Of its own texts. */
  variables: string[];
  /** As text, "template@label". */
  includes: string[];
  modelName: string | null;
  modelParams: Record<string, unknown> | null;
  note: string;
}

/** The draft that a body holds. */
export function toDraft(
  body: z.output<typeof newVersionSchema> | z.output<typeof newPromptSchema>,
): PromptDraft {
  const content = contentOf(body) ?? "";
  return {
    ...contentFields(content),
    modelName: body.model_name ?? null,
    modelParams: body.model_params ?? null,
    note: body.note,
  };
}

/** What follows from a content. */
export function contentFields(
  content: PromptContent,
): Pick<PromptDraft, "kind" | "content" | "variables" | "includes"> {
  const parts = textsOf(content).flatMap((text) => parseTemplate(text).parts);
  return {
    kind: typeof content === "string" ? "text" : "chat",
    content,
    variables: variablesOf(parts),
    includes: includesOf(parts).map(includeKey),
  };
}

/** A prompt in an address. */
export const promptParamsSchema = z.object({ template: templateSchema });

/** A version of a prompt in an address. */
export const promptVersionParamsSchema = promptParamsSchema.extend({ version: versionSchema });

/** A label of a prompt in an address. */
export const promptLabelParamsSchema = promptParamsSchema.extend({ label: labelSchema });

/** The same, of a project of the dashboard's. */
export const projectPromptParamsSchema = promptParamsSchema.extend({ project_id: z.uuid() });
/** The same, of a project of the dashboard's. */
export const projectPromptLabelParamsSchema = promptLabelParamsSchema.extend({ project_id: z.uuid() });

/** A version of a prompt, of a project of the dashboard's. */
export const projectPromptVersionParamsSchema = promptVersionParamsSchema.extend({ project_id: z.uuid() });

/** Which version of a prompt is read. */
export const servedQuerySchema = z
  .strictObject({
    label: labelSchema.optional().describe("Get the version with this label. Defaults to `production`."),
    version: versionSchema.optional().describe("Get this version instead."),
    user_id: idSchema
      .optional()
      .describe("Get the variant of this user, if an experiment runs on the label."),
    session_id: idSchema.optional().describe("The same for a session, if there is no user."),
  })
  .refine(({ label, version }) => label === undefined || version === undefined, {
    path: ["version"],
    message: "must not be given together with label",
  });

/** Which page of the versions of a prompt is read. */
export const versionsQuerySchema = z.strictObject({
  cursor: versionPageSchema.optional(),
  limit: wholeNumberSchema.pipe(z.int().min(1).max(200)).default(50),
});

/** The body that moves a label. */
export const moveLabelSchema = z
  .strictObject({
    version: versionSchema
      .nullable()
      .describe("The version the label stands for from now on; null removes the label."),
    reason: reasonSchema,
    from_version: versionSchema
      .nullable()
      .optional()
      .describe("Where the label should be now, or null for nowhere. If it is elsewhere, it is not moved."),
  })
  .meta({ id: "PromptLabelChange" });

/** The body that protects a label, or no longer. */
export const protectLabelSchema = z.strictObject({
  protected: z.boolean().describe("Whether only owners and admins may move the label."),
});

/** The body that archives a prompt, or takes that back. */
export const archivePromptSchema = z.strictObject({
  archived: z.boolean().default(true).describe("False takes the prompt out of the archive again."),
});
