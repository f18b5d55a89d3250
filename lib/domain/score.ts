import { z } from "zod";

/** The type of a score's values. */
export const scoreTypeSchema = z.enum(["boolean", "number", "category"]);

/** The type of a score's values. */
export type ScoreType = z.infer<typeof scoreTypeSchema>;

/** Which end of a score is better. For booleans, `higher` means true is better. */
export const scoreDirectionSchema = z.enum(["higher", "lower", "none"]);

/** Which end of a score is better. */
export type ScoreDirection = z.infer<typeof scoreDirectionSchema>;

/** The largest number that is a score: its square must not overflow a sum. */
const SCORE_MAX = 1e12;

/** A number that is a score, or a bound of scores. */
export const scoreNumberSchema = z.number().min(-SCORE_MAX, "is too small").max(SCORE_MAX, "is too large");

/** A score of a project. */
export interface ScoreDefinition {
  name: string;
  type: ScoreType;
  /**
   * The range of a number score; for a learned one, the range seen so far. Null for other types and for missing bounds.
   */
  min: number | null;
  max: number | null;
  /** The labels of a category score, in the project's order; for a learned one, in order of arrival. */
  labels: readonly string[];
  direction: ScoreDirection;
  /** Whether the score was declared or confirmed; otherwise it was learned from received values. */
  confirmed: boolean;
}

/** The value of a score: a number for booleans and numbers, a label for categories. */
export interface ScoreValue {
  type: ScoreType;
  /** 0 or 1 for booleans. */
  value: number | null;
  label: string | null;
}

/** A stored value as JSON: true or false, a number, or null for a category. */
export const scoreValueJson = (type: ScoreType | null, value: number | null): boolean | number | null =>
  type === "boolean" ? value === 1 : value;
