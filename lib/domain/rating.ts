import { z } from "zod";

/** The kinds of explicit rating; nothing averages two of them. */
export const ratingTypeSchema = z.enum(["binary", "stars", "correction", "comment"]);

/** A kind of explicit rating. */
export type RatingType = z.infer<typeof ratingTypeSchema>;
