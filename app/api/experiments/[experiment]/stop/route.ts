import { stepRoute } from "#app/api/experiments/step-route.ts";
import { stepSchema } from "#lib/act/experiments/index.ts";

export const POST = stepRoute("stop", {
  summary: "Stop an experiment without a winner",
  description: "The decision is final. The results at this moment are kept with it.",
  body: stepSchema,
  conflict: "The experiment is already decided",
});
