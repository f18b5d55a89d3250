import { z } from "zod";

/** What the values of a score are. */
export const scoreTypeSchema = z.enum(["boolean", "number", "category"]);

/** What the values of a score are. */
export type ScoreType = z.infer<typeof scoreTypeSchema>;

/** Which end of a score is the good one; of a boolean, `higher` says that true is good. */
export const scoreDirectionSchema = z.enum(["higher", "lower", "none"]);

/** Which end of a score is the good one. */
export type ScoreDirection = z.infer<typeof scoreDirectionSchema>;

/** A score that a project has. */
export interface ScoreDefinition {
  name: string;
  type: ScoreType;
  /** The range of a number; of a learned one, what was seen. Null for the other types, and where there is no bound. */
  min: number | null;
  max: number | null;
  /** The labels of a category, in the project's order; of a learned one, as they came. */
  labels: readonly string[];
  direction: ScoreDirection;
  /** Whether somebody declared or confirmed it; else it was learned from the values that came. */
  confirmed: boolean;
}

/** What one score says: of a boolean or a number its value, of a category its label. */
export interface ScoreValue {
  type: ScoreType;
  /** Of a boolean 0 or 1. */
  value: number | null;
  label: string | null;
}

/** A stored value as JSON has it: true or false, a number, or null for a category. */
export const scoreValueJson = (type: ScoreType | null, value: number | null): boolean | number | null =>
  type === "boolean" ? value === 1 : value;
