import { z } from "zod";

/** What the votes of a burst have in common: one answer's token, one client address, one user agent, or one minute. */
export const burstKindSchema = z.enum(["token", "address", "agent", "minute"]);

/** What the votes of a burst have in common. */
export type BurstKind = z.infer<typeof burstKindSchema>;

/** Minimum votes for an hour's group to be stored individually; smaller groups are only counted. */
export const LARGE_GROUP = 5;
