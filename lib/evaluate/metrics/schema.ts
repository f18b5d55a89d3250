import { z } from "zod";
import { dimensionFields } from "#lib/domain/dimension-fields.ts";
import {
  type AnswerDimensions,
  cohortKinds,
  cohortWords,
  coreDimensions,
  dimensionsOfQuery,
} from "#lib/domain/dimensions.ts";
import { timeZoneSchema, wholeNumberSchema } from "#lib/domain/fields.ts";
import { type DateWindow, lastDays, lengthInDays } from "./window.ts";

/** Maximum days of a window: ten years. */
export const MAX_DAYS = 3_660;

/** The default window of pages and routes, in days. */
export const DEFAULT_DAYS = 30;

/** A number of days up to today, as a query parameter. */
export const daysSchema = wholeNumberSchema.pipe(
  z.int().min(1, "must be at least 1").max(MAX_DAYS, `must be at most ${MAX_DAYS}`),
);

const dateSchema = z.iso
  .date({ error: "must be a date like 2026-11-01" })
  .refine((date) => date >= "1970-01-01" && date < "3000-01-01", "must be between 1970 and 2999");

/** Maximum answers counted individually if no cube supports a filter. */
export const SINGLE_MAX = 100_000;

/** The query parameters for the time window. */
const spanFields = {
  days: daysSchema.optional().describe("Number of days up to and including today. Defaults to 30."),
  from: dateSchema.optional().describe("First local date. Use with `to`, instead of `days`."),
  to: dateSchema.optional().describe("Last local date, inclusive. Use with `from`, instead of `days`."),
  tz: timeZoneSchema.default("UTC").describe("IANA time zone that defines the days."),
};

const single = `Combined with a model, prompt or variant, or with another of ${cohortWords("name", "and")}, the window can contain at most ${SINGLE_MAX.toLocaleString("en")} answers.`;

const featureField = dimensionFields(["feature"]);

/** The query parameters for what produced an answer. */
export const coreFields = dimensionFields(coreDimensions);

/** The query parameters for who received an answer. */
export const cohortFields = dimensionFields(cohortKinds, ` ${single}`);

/** The query parameters for what is counted. */
export const windowFields = { ...spanFields, ...featureField, ...coreFields, ...cohortFields };

/** The query parameters for the window and the dimensions. */
export const windowQuerySchema = z.strictObject(windowFields).superRefine(nameFaults);

/** The query parameters for the window and a feature, with further parameters. */
export const windowQueryWith = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z.strictObject({ ...spanFields, ...featureField, ...fields }).superRefine(nameFaults);

/** The same, if the feature is in the path. */
export const featureQueryWith = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z.strictObject({ ...spanFields, ...fields }).superRefine(nameFaults);

/** Reports contradictions. */
function nameFaults(asked: object, context: z.RefinementCtx): void {
  const query = asked as WindowQuery;
  const complain = (field: string, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  const { from, to, days } = query;
  if (from && !to) complain("to", "is required with from");
  if (to && !from) complain("from", "is required with to");
  if (days && (from || to)) complain("days", "cannot be combined with from and to");
  if (!from || !to) return;
  if (from > to) complain("to", "must not be before from");
  else if (lengthInDays({ from, to }) > MAX_DAYS) complain("to", `must be within ${MAX_DAYS} days of from`);
}

/** The parsed query parameters. */
type WindowQuery = z.output<z.ZodObject<typeof windowFields>>;

/**
 * Which answers a metric counts. Days are local dates in tz, both inclusive. Ratings count at the time of their answer.
 */
export interface MetricFilter extends DateWindow, AnswerDimensions {
  projectId: string;
  /**
   * An IANA zone. An hour belongs to the local day in which it starts, which matters if the zone's offset is not whole
   * hours.
   */
  tz: string;
}

/** The filter for parsed query parameters at `now`. */
export function metricFilter(projectId: string, query: WindowQuery, now: Date): MetricFilter {
  const { from, to, days = DEFAULT_DAYS, tz } = query;
  return {
    projectId,
    ...(from && to ? { from, to } : lastDays(days, tz, now)),
    tz,
    ...dimensionsOfQuery(query),
  };
}
