import { z } from "zod";
import {
  countSchema,
  type MetricFilter,
  meanJson,
  meanSchema,
  rateJson,
  rateSchema,
} from "#lib/evaluate/metrics/index.ts";
import { readLoop } from "../read-loop.ts";
import { windowJson, windowSchema } from "./window.ts";

/** How well the loop turned. */
export const loopSchema = z.object({
  window: windowSchema.describe("What it is of."),
  interactions: countSchema,
  answers_rated: rateSchema.describe("Rated answers of all answers."),
  negative_looked_at: rateSchema.describe("Thumbs-down on answers that a member opened, of all thumbs-down."),
  prompt_changes: z
    .array(
      z.object({
        month: z.string().meta({ description: "A local month.", examples: ["2026-11"] }),
        changes: countSchema.describe(
          "Prompt versions that features began to use, without what a feature began with.",
        ),
        partial: z.boolean().describe("Whether the window holds only a part of the month."),
      }),
    )
    .describe("How often prompts changed, by month."),
  hours_to_fix: meanSchema.describe(
    "The median of the hours from the first complaint of a prompt version to the next version of the prompt, which stands for the fix until shipped fixes are recorded.",
  ),
  fixes: z
    .array(
      z.object({
        prompt_template: z.string(),
        prompt_version: z.string(),
        complained_at: z.iso.datetime().describe("The hour of the first answer that got a thumbs-down; UTC."),
        next_version: z.string().meta({ description: "The version that came next.", examples: ["v2"] }),
        next_at: z.iso.datetime().describe("The hour of its first answer; UTC."),
        hours: z.number().min(0).describe("From the one to the other."),
      }),
    )
    .describe("The same one by one, the newest first."),
});

/** How well the loop turned for what a filter chooses. */
export async function answerLoop(filter: MetricFilter): Promise<z.input<typeof loopSchema>> {
  const { all, answersRated, negativeLookedAt, promptChanges, hoursToFix, fixes } = await readLoop(filter);
  return {
    window: windowJson(filter),
    interactions: all.interactions,
    answers_rated: rateJson(answersRated),
    negative_looked_at: rateJson(negativeLookedAt),
    prompt_changes: promptChanges,
    hours_to_fix: meanJson(hoursToFix),
    fixes: fixes.map((fix) => ({
      prompt_template: fix.promptTemplate,
      prompt_version: fix.promptVersion,
      complained_at: fix.complainedAt.toISOString(),
      next_version: fix.nextVersion,
      next_at: fix.nextAt.toISOString(),
      hours: fix.hours,
    })),
  };
}
