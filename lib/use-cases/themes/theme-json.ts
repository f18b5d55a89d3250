import { z } from "zod";
import type { Theme } from "#lib/decide/themes/index.ts";
import { THEME_VOICES } from "#lib/domain/theme-voice.ts";
import { countSchema, dateSchema, rateJson, rateSchema } from "#lib/evaluate/metrics/index.ts";
import type { ReadTheme, ReadThemeDetail } from "./read-themes.ts";

/** Longest title and description of a theme. */
const TITLE_MAX = 80;
export const DESCRIPTION_MAX = 400;

/** A title of a theme, in one line. */
export const themeTitleSchema = z
  .string()
  .trim()
  .min(1)
  .max(TITLE_MAX)
  .regex(/^[^\p{Cc}]*$/u, "must be one line");

/** What a member changes of a theme. */
export const themeChangeSchema = z
  .strictObject({
    title: themeTitleSchema.nullable().optional(),
    hidden: z.boolean().optional(),
  })
  .refine(({ title, hidden }) => title !== undefined || hidden !== undefined, "must have title or hidden");

/** A theme on record. */
export const themeRecordSchema = z.object({
  theme_id: z.uuid().describe("Its ID, the same from day to day."),
  title: z
    .string()
    .meta({ description: "What it says, in a few words.", examples: ["Too long · paragraphs · sentences"] }),
  description: z.string().describe("What a model says of it; empty without one."),
  named_by: z.enum(["terms", "model", "person"]).describe("Who named it: its terms, a model, or a person."),
  kind: z
    .enum(THEME_VOICES)
    .describe(
      "`said`: comments, also those on highlights. `passage`: highlights without a comment. `edit`: what corrections removed and added.",
    ),
  language: z.string().meta({ description: "Its language; empty if not known.", examples: ["en"] }),
  terms: z
    .array(
      z.object({
        term: z.string().meta({ description: "A word as most users wrote it.", examples: ["long"] }),
        weight: z
          .number()
          .describe("How far it is more frequent in the theme than elsewhere, in standard errors."),
      }),
    )
    .describe("What its texts have in common, heaviest first."),
  first_seen: z.iso.datetime().describe("When it was first found."),
  last_seen: z.iso.datetime().describe("When it was last found."),
  hidden: z.boolean().describe("Whether a member has hidden it."),
});

/** The JSON of a theme on record. */
export const themeRecordJson = (theme: Theme): z.input<typeof themeRecordSchema> => ({
  theme_id: theme.themeId,
  ...{ title: theme.title, description: theme.description, named_by: theme.namedBy, kind: theme.voice },
  language: theme.language,
  terms: theme.terms.map(({ shown, weight }) => ({ term: shown, weight })),
  first_seen: theme.firstSeen.toISOString(),
  last_seen: theme.lastSeen.toISOString(),
  hidden: theme.hiddenAt !== null,
});

/** A theme in a window. */
export const themeSchema = themeRecordSchema.extend({
  count: countSchema.describe("Its comments, edits and highlights."),
  interaction_count: countSchema.describe("The interactions that they are on."),
  user_count: countSchema.describe("The users whom they are of."),
  share: rateSchema.describe("Its share of all negative comments, edits and highlights in the window."),
  days: z.array(z.object({ day: dateSchema, count: countSchema })).describe("Every local day of the window."),
  examples: z
    .array(
      z.object({
        interaction_id: z.string().describe("The interaction that it is on."),
        text: z.string().meta({
          description: "The comment or passage, or the answer as edited, up to 400 characters.",
          examples: ["Far too long, two sentences would do."],
        }),
        quote: z.string().nullable().describe("For a comment on a highlight, the passage."),
      }),
    )
    .describe("The newest, each of another user."),
});

/** The JSON of a theme in a window. */
export const themeJson = (
  { theme, n, interactions, users, share, days, examples }: ReadTheme,
  dates: readonly string[],
): z.input<typeof themeSchema> => ({
  ...themeRecordJson(theme),
  ...{ count: n, interaction_count: interactions, user_count: users, share: rateJson(share) },
  days: dates.map((day, index) => ({ day, count: days[index] ?? 0 })),
  examples: examples.map(({ interactionId, text, quote }) => ({
    interaction_id: interactionId,
    text,
    quote,
  })),
});

/** A theme with where it is met. */
export const themeDetailSchema = themeSchema.extend({
  over_represented: z
    .array(
      z.object({
        by: z.enum(["feature", "model", "prompt"]).describe("What kind of place it is."),
        name: z
          .string()
          .nullable()
          .describe("The feature, model or prompt template; null for answers without."),
        version: z.string().nullable().describe("The prompt version."),
        count: countSchema.describe("The theme's texts there."),
        negative_count: countSchema.describe("All negative texts there."),
        share: z.number().describe("The theme's share of the negative texts there."),
        share_elsewhere: z.number().describe("The theme's share of all others."),
      }),
    )
    .describe("Features, models and prompt versions where it is more frequent than chance explains."),
});

/** The JSON of a theme with where it is met. */
export const themeDetailJson = (detail: ReadThemeDetail): z.input<typeof themeDetailSchema> => ({
  ...themeJson(detail, detail.dates),
  over_represented: detail.places.map(({ by, name, version, n, all, share, elsewhere }) => ({
    ...{ by, name, version, count: n, negative_count: all, share, share_elsewhere: elsewhere },
  })),
});
