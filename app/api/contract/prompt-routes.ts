import * as benchRun from "../bench-runs/[run_id]/route.ts";
import * as benchStop from "../bench-runs/[run_id]/stop/route.ts";
import * as labelMoves from "../label-moves/route.ts";
import * as archive from "../prompts/[template]/archive/route.ts";
import * as benchRuns from "../prompts/[template]/bench-runs/route.ts";
import * as label from "../prompts/[template]/labels/[label]/route.ts";
import * as labels from "../prompts/[template]/labels/route.ts";
import * as prompt from "../prompts/[template]/route.ts";
import * as bench from "../prompts/[template]/versions/[version]/bench/route.ts";
import * as versions from "../prompts/[template]/versions/route.ts";
import * as exported from "../prompts/export/route.ts";
import * as imported from "../prompts/import/route.ts";
import * as prompts from "../prompts/route.ts";
import * as report from "../reports/[template]/route.ts";

/** The paths of prompts. */
export const promptRoutes = {
  "/api/prompts": { GET: prompts.GET, POST: prompts.POST },
  "/api/prompts/{template}": { GET: prompt.GET },
  "/api/prompts/{template}/versions": { GET: versions.GET, POST: versions.POST },
  "/api/prompts/{template}/versions/{version}/bench": { POST: bench.POST },
  "/api/prompts/{template}/bench-runs": { GET: benchRuns.GET },
  "/api/bench-runs/{run_id}": { GET: benchRun.GET },
  "/api/bench-runs/{run_id}/stop": { POST: benchStop.POST },
  "/api/prompts/{template}/labels": { GET: labels.GET },
  "/api/prompts/{template}/labels/{label}": { PUT: label.PUT },
  "/api/prompts/{template}/archive": { POST: archive.POST },
  "/api/label-moves": { GET: labelMoves.GET },
  "/api/prompts/export": { GET: exported.GET },
  "/api/prompts/import": { POST: imported.POST },
  "/api/reports/{template}": { GET: report.GET },
};
