import { stepRoute } from "#app/api/experiments/step-route.ts";
import { stepSchema } from "#lib/act/experiments/index.ts";

export const POST = stepRoute("pause", {
  summary: "Pause an experiment",
  description: "Nobody is assigned until it is resumed; everybody gets the version of the label.",
  body: stepSchema,
  conflict: "The experiment is not running",
});
