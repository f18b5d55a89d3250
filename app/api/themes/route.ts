import { z } from "zod";
import { countSchema, metricFilter, windowQuerySchema } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { windowJson, windowSchema } from "#lib/use-cases/dashboard-api/window.ts";
import { readThemes, themeJson, themeSchema } from "#lib/use-cases/themes/index.ts";

/** How many themes are listed, and how many examples of each. */
const MOST = { limit: 100, examples: 3 };

export const GET = route({
  summary: "List themes: what negative comments, edits and highlights say",
  access: secretKey,
  query: windowQuerySchema,
  replies: {
    200: z.object({
      window: windowSchema.describe("The time window."),
      negative_count: countSchema.describe(
        "All negative comments, edits and highlights, also those in no theme.",
      ),
      data: z.array(themeSchema).describe(`The ${MOST.limit} most frequent themes, without hidden ones.`),
    }),
  },
  notes: { description: "A theme is what at least three users say. It keeps its ID from day to day." },
  async handle({ caller, query }) {
    const filter = metricFilter(caller.project.projectId, query, now());
    const { total, dates, themes } = await readThemes(filter, MOST);
    return reply(200, {
      window: windowJson(filter),
      negative_count: total,
      data: themes.map((theme) => themeJson(theme, dates)),
    });
  },
});
