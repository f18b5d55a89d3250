import type { Summary } from "./summary.ts";

/** What one local day came to; a day without answers has counts of 0 and rates of null. */
export type TrendDay = Summary & { day: string };

/** What one model came to with one prompt. */
export type ModelRow = Summary & {
  modelName: string;
  promptTemplate: string | null;
  promptVersion: string | null;
};

/** What one model came to over all prompts. */
export type ModelSummary = Summary & { modelName: string };

/** What one feature came to. `lastAt` is the hour of its last answer in the window. */
export type FeatureRow = Summary & { featureName: string; lastAt: Date | null };
