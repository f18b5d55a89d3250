import { stepRoute } from "#app/api/experiments/step-route.ts";
import { promoteSchema } from "#lib/act/experiments/index.ts";

export const POST = stepRoute("promote", {
  summary: "Decide an experiment for one of its variants",
  description:
    "The decision is final. The results at this moment are kept with it. The prompt's label stays where it is: move it to the winner's version with PUT /api/prompts/{template}/labels/{label}.",
  body: promoteSchema,
  conflict: "The experiment is not running or paused",
});
