import { z } from "zod";
import {
  type AnswerDimensions,
  cohortKinds,
  coreDimensions,
  dimensionFields,
  dimensionsOfQuery,
} from "#lib/domain/dimensions.ts";
import { timeZoneSchema, wholeNumberSchema } from "#lib/domain/fields.ts";
import { type DateWindow, lastDays, lengthInDays } from "./window.ts";

/** Most days of a window: ten years. */
export const MAX_DAYS = 3_660;

/** What a page or a route shows when its address names no window. */
export const DEFAULT_DAYS = 30;

/** A number of days that ends today, as it stands in an address. */
export const daysSchema = wholeNumberSchema.pipe(
  z.int().min(1, "must be 1 or more").max(MAX_DAYS, `must be at most ${MAX_DAYS}`),
);

const dateSchema = z.iso
  .date({ error: "must be a date like 2026-11-01" })
  .refine((date) => date >= "1970-01-01" && date < "3000-01-01", "must lie between 1970 and 2999");

/** Most answers that are counted one by one where no cube has all that is asked for. */
export const SINGLE_MAX = 100_000;

/** The fields of an address that choose when. */
const spanFields = {
  days: daysSchema.optional().describe("The last days, today included; 30 where nothing is said."),
  from: dateSchema.optional().describe("The first local date, instead of days."),
  to: dateSchema.optional().describe("The last local date, instead of days."),
  tz: timeZoneSchema.default("UTC").describe("The zone in which days are cut."),
};

const single = `Beside a model, prompt or variant, or another of tenant, language and segment, it is counted from single answers: at most ${SINGLE_MAX.toLocaleString("en")} in the window.`;

const featureField = dimensionFields(["feature"]);

/** The fields that choose what gave an answer. */
export const coreFields = dimensionFields(coreDimensions);

/** The fields that choose who was answered. */
export const cohortFields = dimensionFields(cohortKinds, ` ${single}`);

/** The fields of an address that choose what is counted. */
export const windowFields = { ...spanFields, ...featureField, ...coreFields, ...cohortFields };

/** What an address says of the window and the dimensions to count. */
export const windowQuerySchema = z.strictObject(windowFields).superRefine(nameFaults);

/** What an address says of the window, of a feature, and by further fields. */
export const windowQueryWith = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z.strictObject({ ...spanFields, ...featureField, ...fields }).superRefine(nameFaults);

/** The same where the feature stands in the path. */
export const featureQueryWith = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z.strictObject({ ...spanFields, ...fields }).superRefine(nameFaults);

/** Names what contradicts itself. */
function nameFaults(asked: object, context: z.RefinementCtx): void {
  const query = asked as WindowQuery;
  const complain = (field: string, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  const { from, to, days } = query;
  if (from && !to) complain("to", "is needed beside from");
  if (to && !from) complain("from", "is needed beside to");
  if (days && (from || to)) complain("days", "cannot stand beside from and to");
  if (!from || !to) return;
  if (from > to) complain("to", "must not be before from");
  else if (lengthInDays({ from, to }) > MAX_DAYS) complain("to", `must be within ${MAX_DAYS} days of from`);
}

/** What an address says, parsed. */
type WindowQuery = z.output<z.ZodObject<typeof windowFields>>;

/** Which answers a metric counts. Days are local dates in tz, both inclusive. A rating counts at the time of its answer. */
export interface MetricFilter extends DateWindow, AnswerDimensions {
  projectId: string;
  /** An IANA zone. An hour belongs to the local day in which it begins, which matters where a zone is not whole hours off UTC. */
  tz: string;
}

/** The filter that a parsed address means at `now`. */
export function metricFilter(projectId: string, query: WindowQuery, now: Date): MetricFilter {
  const { from, to, days = DEFAULT_DAYS, tz } = query;
  return {
    projectId,
    ...(from && to ? { from, to } : lastDays(days, tz, now)),
    tz,
    ...dimensionsOfQuery(query),
  };
}
