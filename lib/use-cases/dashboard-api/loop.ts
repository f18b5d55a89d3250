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

/** The metrics of the improvement cycle. */
export const loopSchema = z.object({
  window: windowSchema.describe("The time window."),
  interactions: countSchema,
  answers_rated: rateSchema.describe("Share of answers with at least one rating."),
  negative_looked_at: rateSchema.describe(
    "Share of thumbs down that a member looked at: opened their answer for more than two seconds, or marked it in the inbox, after they were given.",
  ),
  hours_to_look: meanSchema.describe(
    "Median hours from a thumbs down to the first look after it; n is the number that were looked at, the others are left out.",
  ),
  negative_resolved: rateSchema.describe(
    "Share of thumbs down whose item in the inbox was resolved after they were given.",
  ),
  hours_to_resolve: meanSchema.describe(
    "Median hours from a thumbs down to that; n is the number that are resolved, the others are left out.",
  ),
  prompt_changes: z
    .array(
      z.object({
        month: z.string().meta({ description: "A local month.", examples: ["2026-11"] }),
        changes: countSchema.describe(
          "Prompt versions that features started using, except each feature's first.",
        ),
        partial: z.boolean().describe("Whether the window covers only part of the month."),
      }),
    )
    .describe("Prompt changes per month."),
  hours_to_fix: meanSchema.describe(
    "Median hours from a prompt version's first thumbs down to the next version of the prompt, which is treated as the fix.",
  ),
  fixes: z
    .array(
      z.object({
        prompt_template: z.string(),
        prompt_version: z.string(),
        complained_at: z.iso
          .datetime()
          .describe("The hour (UTC) of the first answer that got a thumbs down."),
        next_version: z.string().meta({ description: "The next version.", examples: ["v2"] }),
        next_at: z.iso.datetime().describe("The hour (UTC) of its first answer."),
        hours: z.number().min(0).describe("Hours between the two."),
      }),
    )
    .describe("The individual fixes, newest first."),
});

/** The metrics of the improvement cycle for a filter. */
export async function answerLoop(filter: MetricFilter): Promise<z.input<typeof loopSchema>> {
  const loop = await readLoop(filter);
  const { all, answersRated, promptChanges, hoursToFix, fixes } = loop;
  return {
    window: windowJson(filter),
    interactions: all.interactions,
    answers_rated: rateJson(answersRated),
    negative_looked_at: rateJson(loop.negativeLookedAt),
    hours_to_look: meanJson(loop.hoursToLook),
    negative_resolved: rateJson(loop.negativeResolved),
    hours_to_resolve: meanJson(loop.hoursToResolve),
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
