import {
  benchRunDetailJson,
  benchRunDetailSchema,
  ROW_CHARACTERS,
  readRows,
  readRun,
  rowsQuerySchema,
  runParamsSchema,
} from "#lib/act/bench/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

/** Rows in one response. */
const ROWS = 20;

export const GET = route({
  summary: "Get a bench run with old and new answers",
  access: secretKey,
  params: runParamsSchema,
  query: rowsQuerySchema,
  replies: { 200: benchRunDetailSchema },
  notes: { refusals: { 404: "No such run" } },
  async handle({ caller, params: { run_id: runId }, query: { offset } }) {
    const { projectId } = caller.project;
    const run = await readRun(projectId, runId);
    const rows = await readRows(projectId, runId, { from: offset, most: ROWS, characters: ROW_CHARACTERS });
    return reply(200, benchRunDetailJson(run, rows, offset));
  },
});
