import { z } from "zod";
import { newestVersion } from "#lib/domain/prompt-version-name.ts";
import type { PromptContent } from "./content.ts";
import { kindSchema, messageSchema } from "./fields.ts";
import { labelField, labelMoveJson, labelMoveSchema } from "./label-move.ts";
import type { LabelMove, PromptLabel } from "./label-store.ts";
import type { ListedPrompt, PromptOverview } from "./read-store.ts";
import type { PromptVersion } from "./store.ts";
import type { LineVersion } from "./version-line.ts";

/** Of a text prompt its text, of a chat prompt its messages. */
export const contentJson = (content: PromptContent) =>
  typeof content === "string" ? { text: content } : { messages: content };

/** The name of a prompt, as it is answered. */
export const templateField = z
  .string()
  .describe("Name of the prompt, the `prompt_template` of interactions.")
  .meta({ examples: ["summarize-article"] });
/** The name of a version, as it is answered. */
export const versionField = z
  .string()
  .describe("The version.")
  .meta({ examples: ["v3"] });
const momentField = (about: string) => z.iso.datetime().describe(about);
const momentOrNull = (about: string) => z.iso.datetime().nullable().describe(about);

/** What a version says, as it is answered. */
export const contentFields = {
  text: z
    .string()
    .optional()
    .describe("Text of a text prompt.")
    .meta({ examples: ["Summarize in {{language}}: {{article}}"] }),
  messages: z.array(messageSchema).optional().describe("Messages of a chat prompt."),
  variables: z
    .array(z.string())
    .describe("Variables to fill in.")
    .meta({ examples: [["language", "article"]] }),
  model_name: z.string().nullable().describe("Model to use with this version; null if it names none."),
  model_params: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe("Parameters of the model, such as `temperature`; null if it names none."),
};

/** A version as its author wrote it. */
export const promptVersionSchema = z
  .object({
    template: templateField,
    version: versionField,
    parent_version: z.string().nullable().describe("The version it was made from; null for the first."),
    kind: kindSchema,
    ...contentFields,
    author: z.string().describe("Who added it: a person, or an API key."),
    note: z.string().describe("What changed and why."),
    created_at: momentField("When it was added (UTC)."),
  })
  .meta({ id: "PromptVersion", description: "A version of a prompt. It never changes." });

/** The JSON of a version. */
export const promptVersionJson = (version: PromptVersion): z.input<typeof promptVersionSchema> => ({
  template: version.template,
  version: version.version,
  parent_version: version.parentVersion,
  kind: version.kind,
  ...contentJson(version.content),
  variables: version.variables,
  model_name: version.modelName,
  model_params: version.modelParams,
  author: version.author,
  note: version.note,
  created_at: version.createdAt.toISOString(),
});

/** A label as it is answered. */
export const promptLabelSchema = z
  .object({
    label: labelField,
    version: versionField.describe("The version it stands for."),
    protected: z.boolean().describe("Whether only owners and admins may move it."),
  })
  .meta({ id: "PromptLabel" });

/** The JSON of a label. */
export const promptLabelJson = (given: PromptLabel): z.input<typeof promptLabelSchema> => ({
  label: given.label,
  version: given.version,
  protected: given.protected,
});

/** The labels of a prompt, and their moves. */
export const promptLabelsSchema = z.object({
  data: z.array(promptLabelSchema).describe("The labels, by name."),
  moves: z.array(labelMoveSchema).describe("The latest 200 moves, newest first."),
});

/** The JSON of a prompt's labels and their moves. */
export const promptLabelsJson = (given: {
  labels: readonly PromptLabel[];
  moves: readonly LabelMove[];
}): z.input<typeof promptLabelsSchema> => ({
  data: given.labels.map(promptLabelJson),
  moves: given.moves.map(labelMoveJson),
});

/** A prompt in the list. */
export const listedPromptSchema = z
  .object({
    template: templateField,
    managed: z
      .boolean()
      .describe("Whether its versions are here. If false, the name is only known from interactions."),
    kind: kindSchema.nullable().describe("`text` or `chat`; null if only logged."),
    labels: z.array(promptLabelSchema).describe("Its labels, by name."),
    newest_version: z.string().nullable().describe("The newest version here; null if only logged."),
    newest_at: momentOrNull("When that was added (UTC); null if only logged."),
    versions: z
      .int()
      .min(0)
      .describe("Number of versions here.")
      .meta({ examples: [3] }),
    adopted_versions: z
      .int()
      .min(0)
      .describe("Number of versions that interactions name and that are not here.")
      .meta({ examples: [2] }),
    last_logged_at: momentOrNull("When its last answer was given (UTC); null if there is none."),
    archived_at: momentOrNull("When it was archived (UTC); null if it is not."),
  })
  .meta({ id: "Prompt" });

/** What answers tell of a prompt. */
export interface LoggedPromptVersions {
  versions: readonly string[];
  /** When the newest of them was given. */
  lastAt: Date | null;
}

/** The JSON of a prompt in the list; without its row where it is only logged. */
export const listedPromptJson = (
  template: string,
  prompt: ListedPrompt | undefined,
  logged: LoggedPromptVersions,
): z.input<typeof listedPromptSchema> => ({
  template,
  managed: prompt !== undefined,
  kind: prompt?.kind ?? null,
  labels: prompt?.labels.map(promptLabelJson) ?? [],
  newest_version: newestVersion((prompt?.versions ?? []).map((version) => ({ version })))?.version ?? null,
  newest_at: prompt?.newestAt.toISOString() ?? null,
  versions: prompt?.versions.length ?? 0,
  adopted_versions: logged.versions.filter((version) => !prompt?.versions.includes(version)).length,
  last_logged_at: logged.lastAt?.toISOString() ?? null,
  archived_at: prompt?.archivedAt?.toISOString() ?? null,
});

/** One version in a prompt's history. */
const lineVersionSchema = z
  .object({
    version: versionField,
    managed: z
      .boolean()
      .describe("Whether its text is here. If false, it is adopted: only known from interactions."),
    labels: z
      .array(z.string())
      .describe("Its labels.")
      .meta({ examples: [["production"]] }),
    logged: z
      .object({
        first_day: z.iso.date().describe("Day of its first answer (UTC)."),
        last_at: momentField("When its last answer was given (UTC)."),
        interactions: z
          .int()
          .describe("Answers with this version.")
          .meta({ examples: [1200] }),
      })
      .nullable()
      .describe("What interactions tell of it; null if there are none."),
    details: promptVersionSchema.nullable().describe("What it says; null if only logged."),
  })
  .meta({ id: "PromptHistoryVersion" });

/** The history of a prompt, a page of it. */
export const promptHistorySchema = z.object({
  template: templateField,
  kind: kindSchema.nullable().describe("`text` or `chat`; null if only logged."),
  archived_at: momentOrNull("When it was archived (UTC); null if it is not."),
  data: z.array(lineVersionSchema).describe("Versions, newest first."),
  next_cursor: z.string().nullable(),
});

/** A page of a prompt's history. */
export interface PromptHistory {
  template: string;
  overview: PromptOverview | null;
  page: readonly LineVersion[];
  details: readonly PromptVersion[];
  nextCursor: string | null;
}

/** The JSON of a page of a prompt's history. */
export function promptHistoryJson(history: PromptHistory): z.input<typeof promptHistorySchema> {
  const { template, overview, page, details, nextCursor } = history;
  const detailsOf = new Map(details.map((each) => [each.version, each]));
  return {
    template,
    kind: overview?.prompt.kind ?? null,
    archived_at: overview?.prompt.archivedAt?.toISOString() ?? null,
    data: page.map(({ version, managed, logged }) => {
      const detail = detailsOf.get(version);
      return {
        ...{ version, managed },
        labels: (overview?.labels ?? []).flatMap((each) => (each.version === version ? [each.label] : [])),
        logged: logged && {
          first_day: logged.firstAt.toISOString().slice(0, 10),
          last_at: logged.lastAt.toISOString(),
          interactions: logged.interactions,
        },
        details: detail ? promptVersionJson(detail) : null,
      };
    }),
    next_cursor: nextCursor,
  };
}

/** What became of a prompt that was archived, or taken out of the archive. */
export const promptArchiveSchema = z.object({
  template: templateField,
  archived_at: momentOrNull("When it was archived (UTC); null if it is not."),
});

/** What an import did. */
export const importResultSchema = z.object({
  created: z
    .int()
    .describe("Prompts that were created.")
    .meta({ examples: [3] }),
  versions: z
    .int()
    .describe("Versions that were added.")
    .meta({ examples: [12] }),
  labels: z
    .int()
    .describe("Labels that were added.")
    .meta({ examples: [4] }),
  kept_labels: z
    .array(z.string())
    .describe("Labels that stand for another version here, and were left there.")
    .meta({ examples: [["summarize-article@production"]] }),
});
