import { z } from "zod";

/** The kinds of explicit rating; nothing averages two of them. */
export const ratingTypeSchema = z.enum(["binary", "stars", "correction", "comment", "score"]);

/** A kind of explicit rating. */
export type RatingType = z.infer<typeof ratingTypeSchema>;

/** Who rated: a user of the product, or a teammate. The two are never counted together. */
export const feedbackSourceSchema = z.enum(["user", "reviewer"]);

/** Who rated. */
export type FeedbackSource = z.infer<typeof feedbackSourceSchema>;
