import { z } from "zod";
import { dateSchema, type MetricFilter } from "#lib/evaluate/metrics/index.ts";

/** The window that an answer is of. */
export const windowSchema = z
  .object({
    from: dateSchema.describe("The first local date."),
    to: dateSchema.describe("The last local date, inclusive."),
    tz: z.string().describe("The zone in which days are cut."),
  })
  .meta({ id: "Window", examples: [{ from: "2026-10-23", to: "2026-11-21", tz: "Europe/Berlin" }] });

/** The window of a filter. */
export const windowJson = ({ from, to, tz }: MetricFilter): z.input<typeof windowSchema> => ({
  from,
  to,
  tz,
});
