import { stepRoute } from "#app/api/experiments/step-route.ts";
import { stepSchema } from "#lib/act/experiments/index.ts";

export const POST = stepRoute("start", {
  summary: "Start an experiment",
  description:
    "From now on users are assigned to its arms, and what it is judged by can no longer be changed.",
  body: stepSchema,
  conflict: "The experiment is no draft, or another one is running on the same prompt and label",
  refusals: { 422: "The experiment lacks something, listed in `errors`" },
});
