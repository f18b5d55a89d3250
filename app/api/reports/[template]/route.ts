import { z } from "zod";
import { promptParamsSchema } from "#lib/act/prompts/index.ts";
import { idSchema } from "#lib/domain/fields.ts";
import { metricFilter, windowQueryWith } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { readReport } from "#lib/use-cases/report/read-report.ts";
import { reportJson, reportSchema } from "#lib/use-cases/report/report-json.ts";
import { reportMarkdown } from "#lib/use-cases/report/report-markdown.ts";

export const GET = route({
  summary: "Get the improvement report of a prompt",
  access: secretKey,
  params: promptParamsSchema,
  query: windowQueryWith({
    version: idSchema
      .optional()
      .describe("The version. Defaults to the one with the label `production`, or the one used last."),
    format: z
      .enum(["json", "markdown"])
      .optional()
      .describe("`markdown` for a document to read; `Accept: text/markdown` asks for the same."),
  }),
  replies: { 200: reportSchema },
  notes: {
    description:
      "What users say is wrong with a version's answers, what their edits do, what follows for the next version, and examples to show the model, each with the answers behind it. How it is measured is in docs/reports.md.",
    requestHeaders: z.object({
      Accept: z.string().optional().describe("`text/markdown` for a document to read."),
    }),
    refusals: { 404: "No such prompt or version", 422: "No feedback in the window" },
  },
  async handle({ caller, params: { template }, query: { version, format, ...window }, request }) {
    const filter = metricFilter(caller.project.projectId, window, now());
    const report = await readReport({ filter, template, version });
    const accept = request.headers.get("accept") ?? "";
    if ((format ?? (accept.includes("text/markdown") ? "markdown" : "json")) === "json")
      return reply(200, reportJson(report));
    const headers = { "content-type": "text/markdown; charset=utf-8" };
    return { status: 200, headers, text: reportMarkdown(report) };
  },
});
