import { z } from "zod";

/** The kinds of explicit rating; nothing averages two of them. */
export const ratingTypeSchema = z.enum(["binary", "stars", "correction", "comment", "score"]);

/** A kind of explicit rating. */
export type RatingType = z.infer<typeof ratingTypeSchema>;

/** Who rated: a user of the product, or a teammate. The two are never counted together. */
export const feedbackSourceSchema = z.enum(["user", "reviewer"]);

/** The rater of a token without user, session or device; on another answer it is a different rater. */
export const TOKEN_RATER = "token";

/** Who rated. */
export type FeedbackSource = z.infer<typeof feedbackSourceSchema>;
