import * as resumedArm from "../experiments/[experiment]/arms/[variant]/resume/route.ts";
import * as pause from "../experiments/[experiment]/pause/route.ts";
import * as promote from "../experiments/[experiment]/promote/route.ts";
import * as results from "../experiments/[experiment]/results/route.ts";
import * as resume from "../experiments/[experiment]/resume/route.ts";
import * as experimentOfName from "../experiments/[experiment]/route.ts";
import * as start from "../experiments/[experiment]/start/route.ts";
import * as stop from "../experiments/[experiment]/stop/route.ts";
import * as compare from "../experiments/compare/route.ts";
import * as experiments from "../experiments/route.ts";
import * as flags from "../flags/route.ts";

/** The paths of experiments. */
export const experimentRoutes = {
  "/api/experiments": { POST: experiments.POST, GET: experiments.GET },
  "/api/experiments/compare": { GET: compare.GET },
  "/api/experiments/{experiment}": { GET: experimentOfName.GET, PATCH: experimentOfName.PATCH },
  "/api/experiments/{experiment}/start": { POST: start.POST },
  "/api/experiments/{experiment}/pause": { POST: pause.POST },
  "/api/experiments/{experiment}/resume": { POST: resume.POST },
  "/api/experiments/{experiment}/arms/{variant}/resume": { POST: resumedArm.POST },
  "/api/experiments/{experiment}/promote": { POST: promote.POST },
  "/api/experiments/{experiment}/stop": { POST: stop.POST },
  "/api/experiments/{experiment}/results": { GET: results.GET },
  "/api/flags": { GET: flags.GET },
};
