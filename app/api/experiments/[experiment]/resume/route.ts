import { stepRoute } from "#app/api/experiments/step-route.ts";
import { stepSchema } from "#lib/act/experiments/index.ts";

export const POST = stepRoute("resume", {
  summary: "Resume a paused experiment",
  description: "Users get the same arms as before.",
  body: stepSchema,
  conflict: "The experiment is not paused, or another one is running on the same prompt and label",
});
