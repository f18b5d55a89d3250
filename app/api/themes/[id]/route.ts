import { z } from "zod";
import { metricFilter, windowQuerySchema } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { readTheme, themeDetailJson, themeDetailSchema } from "#lib/use-cases/themes/index.ts";

/** How many examples are listed. */
const EXAMPLES = 20;

export const GET = route({
  summary: "Get a theme, with where it is more frequent than elsewhere",
  access: secretKey,
  params: z.object({ id: z.uuid().describe("The theme_id.") }),
  query: windowQuerySchema,
  replies: { 200: themeDetailSchema },
  notes: { refusals: { 404: "Theme not found" } },
  async handle({ caller, params, query }) {
    const filter = metricFilter(caller.project.projectId, query, now());
    return reply(200, themeDetailJson(await readTheme(filter, params.id, EXAMPLES)));
  },
});
