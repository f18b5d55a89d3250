import { z } from "zod";
import { textSchema } from "#lib/domain/fields.ts";
import { type RedactionSettings, redactionKindSchema } from "#lib/domain/redaction.ts";
import { patternPlaceholder } from "./placeholders.ts";
import { validatePattern } from "./validate-pattern.ts";

/** How many custom patterns a project can have. */
const PATTERNS_MAX = 20;

const patternSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .refine((name) => /^[A-Za-z0-9 _-]{1,40}$/.test(name) && patternPlaceholder(name) !== "", {
      error: ({ input }) =>
        `${JSON.stringify(input)} must be 1 to 40 letters, digits, spaces, _ or -, with at least one letter or digit`,
    }),
  pattern: z
    .string()
    .min(1, "must not be empty")
    .max(500, "must have at most 500 characters")
    .superRefine((pattern, context) => {
      const fault = validatePattern(pattern);
      if (fault) context.addIssue({ code: "custom", message: `${JSON.stringify(pattern)} ${fault}` });
    }),
});

/** What a project redacts in its texts. */
export const redactionSettingsSchema = z.strictObject({
  enabled: z.boolean(),
  kinds: z.array(redactionKindSchema).max(redactionKindSchema.options.length, "must not contain duplicates"),
  patterns: z
    .array(patternSchema)
    .max(PATTERNS_MAX, `must contain at most ${PATTERNS_MAX} patterns`)
    .superRefine((patterns, context) => {
      const names = patterns.map(({ name }) => patternPlaceholder(name));
      names.forEach((name, index) => {
        if (names.indexOf(name) === index) return;
        const message = `has the same placeholder as another pattern: [${name}]`;
        context.addIssue({ code: "custom", path: [index, "name"], message });
      });
    }),
});

/** Redaction settings in API requests and responses. */
export type RedactionSettingsJson = z.output<typeof redactionSettingsSchema>;

/** A text to preview, and the settings to use: by default, the saved ones. */
export const redactionPreviewBodySchema = z.strictObject({
  text: textSchema,
  settings: redactionSettingsSchema.optional(),
});

/** Converts settings from the API to those of the engine. Kinds that are not named are not redacted. */
export const redactionSettings = (given: RedactionSettingsJson): RedactionSettings => ({
  enabled: given.enabled,
  skippedKinds: redactionKindSchema.options.filter((kind) => !given.kinds.includes(kind)),
  patterns: given.patterns,
});

/** Converts settings to API JSON. */
export const redactionSettingsJson = (settings: RedactionSettings): RedactionSettingsJson => ({
  enabled: settings.enabled,
  kinds: redactionKindSchema.options.filter((kind) => !settings.skippedKinds.includes(kind)),
  patterns: settings.patterns.map(({ name, pattern }) => ({ name, pattern })),
});
