import { z } from "zod";
import { burstKindSchema } from "#lib/domain/burst.ts";
import type { Burst, BurstList } from "./store.ts";

const momentSchema = z.iso.datetime();

const idSchema = z.uuid().meta({ example: "0193c000-0000-7000-8000-000000000001" });

/** A burst as the API tells it. */
export const burstSchema = z
  .object({
    burst_id: idSchema.describe("The burst's id."),
    kind: burstKindSchema.describe(
      "What its votes have in common: the token of one answer, one client address, one user agent, or one minute.",
    ),
    began_at: momentSchema.describe("When its first vote came."),
    ended_at: momentSchema.describe("When its last vote came."),
    found_at: momentSchema.describe("When it was flagged."),
    votes: z.int().describe("Most votes within an hour; of a minute, within that minute."),
    expected: z.number().describe("Votes that the project's own history explains, at most."),
    chance: z
      .number()
      .describe(
        "The probability of as many votes where so many are expected (negative binomial), of one group.",
      ),
    groups: z.int().describe("How many groups were looked at, by which the chance is multiplied."),
    voters: z.int().describe("Whom its ratings are of."),
    ratings: z.int().describe("Ratings that belong to it now; GET /api/interactions?burst=… lists them."),
    preferences: z.int().describe("Preferences between two answers that belong to it now."),
    interactions: z.int().describe("What its ratings are of."),
    thumbs_up: z.int().describe("Of its ratings, those with a thumb up."),
    thumbs_down: z.int().describe("Of its ratings, those with a thumb down."),
    dismissed_at: momentSchema.nullable().describe("When somebody said that it is none."),
    left_out: z.boolean().describe("Whether its ratings are left out of every figure."),
  })
  .meta({ id: "Burst" });

/** A project's bursts, and whether it leaves them out. */
export const burstListSchema = z.object({
  leave_out: z.boolean().describe("Whether the project leaves bursts out of every figure."),
  data: z.array(burstSchema).describe("The newest 100."),
  total: z.int().describe("How many bursts there are."),
});

/** Whether a project leaves bursts out of every figure. */
export const leaveOutSchema = z.strictObject({
  leave_out: z
    .boolean()
    .describe(
      "Whether the ratings of bursts are left out of every figure; those of dismissed bursts never are.",
    ),
});

/** What may be decided on one burst. */
export const dismissBurstSchema = z.strictObject({
  dismissed: z.boolean().describe("true: it is no burst, and counts."),
});

/** The burst that a route is about, of the key's project. */
export const burstParamsSchema = z.object({ id: idSchema.describe("The burst's id.") });

/** The burst that a page's route is about. */
export const projectBurstParamsSchema = z.object({ project_id: z.uuid(), id: z.uuid() });

/** A burst as the API tells it. */
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

/** A project's bursts as the API tells them. */
export const burstListJson = ({ leaveOut, bursts, total }: BurstList): z.output<typeof burstListSchema> => ({
  leave_out: leaveOut,
  data: bursts.map(burstJson),
  total,
});
