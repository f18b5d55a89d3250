import { z } from "zod";
import { dateSchema, type MetricFilter } from "#lib/evaluate/metrics/index.ts";

/** The time window of a response. */
export const windowSchema = z
  .object({
    from: dateSchema.describe("First local date."),
    to: dateSchema.describe("Last local date, inclusive."),
    tz: z.string().describe("IANA time zone that defines the days."),
  })
  .meta({ id: "Window", examples: [{ from: "2026-10-23", to: "2026-11-21", tz: "Europe/Berlin" }] });

/** The window of a filter. */
export const windowJson = ({ from, to, tz }: MetricFilter): z.input<typeof windowSchema> => ({
  from,
  to,
  tz,
});
