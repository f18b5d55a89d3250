import { z } from "zod";
import { type FeedbackSource, feedbackSourceSchema } from "#lib/domain/rating.ts";

/** A preference in a list. */
export interface PreferenceItem {
  preferenceId: string;
  preferredId: string;
  rejectedId: string;
  tie: boolean;
  source: FeedbackSource;
  comment: string | null;
  userHash: string | null;
  sessionId: string | null;
  createdAt: Date;
}

/** A page of preferences, newest first. */
export interface PreferencePage {
  data: PreferenceItem[];
  nextCursor: string | null;
}

const preferenceItemSchema = z.object({
  preference_id: z.string(),
  preferred_id: z.string(),
  rejected_id: z.string(),
  tie: z.boolean(),
  source: feedbackSourceSchema.describe("Who compared the answers: a user or a teammate."),
  comment: z.string().nullable(),
  user_hash: z.string().nullable(),
  session_id: z.string().nullable(),
  created_at: z.iso.datetime(),
});

/** A page of preferences as API JSON. */
export const preferencePageSchema = z.object({
  data: z.array(preferenceItemSchema),
  next_cursor: z.string().nullable(),
});

/** Converts a page of preferences to API JSON. */
export const preferencePageJson = (page: PreferencePage): z.input<typeof preferencePageSchema> => ({
  data: page.data.map((item) => ({
    preference_id: item.preferenceId,
    preferred_id: item.preferredId,
    rejected_id: item.rejectedId,
    tie: item.tie,
    source: item.source,
    comment: item.comment,
    user_hash: item.userHash,
    session_id: item.sessionId,
    created_at: item.createdAt.toISOString(),
  })),
  next_cursor: page.nextCursor,
});
