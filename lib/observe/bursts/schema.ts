import { z } from "zod";
import type { VoteCount } from "#lib/domain/answer-events.ts";
import { burstKindSchema } from "#lib/domain/burst.ts";
import type { Burst, BurstList } from "./store.ts";

const momentSchema = z.iso.datetime();

const idSchema = z.uuid().meta({ example: "0193c000-0000-7000-8000-000000000001" });

const voteCounts = {
  ratings: z.int().describe("Ratings currently in the burst. List them with GET /api/interactions?burst=…"),
  preferences: z.int().describe("Preferences currently in the burst."),
} satisfies Record<VoteCount, z.ZodType>;

/** A burst in API responses. */
export const burstSchema = z
  .object({
    burst_id: idSchema.describe("The burst's ID."),
    kind: burstKindSchema.describe(
      "What the votes have in common: an answer's token, a client address, a user agent, or a minute.",
    ),
    began_at: momentSchema.describe("Time of the first vote."),
    ended_at: momentSchema.describe("Time of the last vote."),
    found_at: momentSchema.describe("When the burst was flagged."),
    votes: z
      .int()
      .describe("Peak number of votes within an hour, or within the minute for bursts of kind `minute`."),
    expected: z.number().describe("Most votes the project's history would explain."),
    chance: z
      .number()
      .describe(
        "Probability of at least this many votes in one group, given the expected number (negative binomial).",
      ),
    groups: z.int().describe("Number of groups tested, which the probability is multiplied by (Bonferroni)."),
    voters: z.int().describe("Number of raters in the burst."),
    ...voteCounts,
    interactions: z.int().describe("Number of interactions rated in the burst."),
    thumbs_up: z.int().describe("Thumbs up in the burst."),
    thumbs_down: z.int().describe("Thumbs down in the burst."),
    dismissed_at: momentSchema.nullable().describe("When the burst was dismissed; null if it was not."),
    left_out: z.boolean().describe("Whether the burst's ratings are excluded from all metrics."),
  })
  .meta({ id: "Burst" });

/** A project's bursts, and whether they are excluded. */
export const burstListSchema = z.object({
  leave_out: z.boolean().describe("Whether the project excludes bursts from all metrics."),
  data: z.array(burstSchema).describe("The 100 newest bursts."),
  total: z.int().describe("Total number of bursts."),
});

/** Whether a project excludes bursts from all metrics. */
export const leaveOutSchema = z.strictObject({
  leave_out: z
    .boolean()
    .describe(
      "Whether to exclude the ratings of bursts from all metrics. Dismissed bursts are never excluded.",
    ),
});

/** What can be changed about a burst. */
export const dismissBurstSchema = z.strictObject({
  dismissed: z.boolean().describe("Set to true to dismiss the burst, so that its ratings count."),
});

/** Path parameters of a burst in the key's project. */
export const burstParamsSchema = z.object({ id: idSchema.describe("The burst's ID.") });

/** Path parameters of a burst on a dashboard route. */
export const projectBurstParamsSchema = z.object({ project_id: z.uuid(), id: z.uuid() });

/** Converts a burst to API JSON. */
export const burstJson = (burst: Burst): z.output<typeof burstSchema> => ({
  burst_id: burst.burstId,
  kind: burst.kind,
  began_at: burst.beganAt.toISOString(),
  ended_at: burst.endedAt.toISOString(),
  found_at: burst.foundAt.toISOString(),
  votes: burst.votes,
  expected: burst.expected,
  chance: burst.chance,
  groups: burst.groups,
  voters: burst.voters,
  ratings: burst.ratings,
  preferences: burst.preferences,
  interactions: burst.interactions,
  thumbs_up: burst.thumbsUp,
  thumbs_down: burst.thumbsDown,
  dismissed_at: burst.dismissedAt?.toISOString() ?? null,
  left_out: burst.leftOut,
});

/** Converts a project's bursts to API JSON. */
export const burstListJson = ({ leaveOut, bursts, total }: BurstList): z.output<typeof burstListSchema> => ({
  leave_out: leaveOut,
  data: bursts.map(burstJson),
  total,
});
