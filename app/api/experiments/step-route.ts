import type { z } from "zod";
import {
  type ExperimentStep,
  experimentJson,
  experimentParamsSchema,
  experimentSchema,
} from "#lib/act/experiments/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { takeExperimentStep } from "#lib/use-cases/experiments/take-step.ts";

interface StepBody {
  reason: string;
  winner?: string;
}

interface StepNotes {
  summary: string;
  description: string;
  body: z.ZodType<StepBody>;
  /** When the state does not allow it, and by status what else may be wrong. */
  conflict: string;
  refusals?: Record<number, string>;
}

/** The route by which a step of an experiment is taken. */
export const stepRoute = (
  step: ExperimentStep,
  { summary, description, body: schema, conflict, refusals = {} }: StepNotes,
) =>
  route({
    summary,
    access: secretKey,
    params: experimentParamsSchema,
    body: schema,
    replies: { 200: experimentSchema },
    notes: { description, refusals: { 404: "Experiment not found", 409: conflict, ...refusals } },
    async handle({ caller, params: { experiment }, body }) {
      const taker = { by: `API key ${caller.keyName}`, ...body };
      const { projectId } = caller.project;
      return reply(200, experimentJson(await takeExperimentStep(projectId, experiment, step, taker, now())));
    },
  });
