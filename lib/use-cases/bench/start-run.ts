import {
  type BenchReading,
  insertRun,
  type NewRunBody,
  readInputs,
  readPrices,
  readRun,
  recaller,
  workLimits,
} from "#lib/act/bench/index.ts";
import { type ReadPrompt, readPrompt } from "#lib/act/prompts/index.ts";
import { modelSettings } from "#lib/platform/model-settings.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { chooseAnswers, STARRED_MAX } from "./choose-answers.ts";

/** The model that a version is run with: its own, or else the configured one; null where none is configured. */
export const benchModel = (): string | null => modelSettings(workLimits.timeoutMs)?.model ?? null;

/**
 * Starts a run of a version on logged inputs. Which of them can be run, and why others cannot, is known from the start.
 * @param by who starts it.
 * @throws Problem 404 where there is no such version; 400 for a variable that it does not have; 409 where no model is
 * configured or a run of the prompt is under way; 422 where no answer has been logged.
 */
export async function startRun(
  projectId: string,
  { template, version }: { template: string; version: string },
  { inputs, count, input_as: inputAs }: NewRunBody,
  by: string,
): Promise<BenchReading> {
  const prompt = await readPrompt(projectId, template, { version });
  const configured = benchModel();
  if (configured === null)
    throw new Problem(
      "model_not_configured",
      "No model is configured. Set LLM_BASE_URL, LLM_API_KEY and LLM_MODEL, and restart Whetstone.",
    );
  requireVariable(prompt, inputAs);
  const ids = await chooseAnswers(projectId, template, inputs, count);
  if (ids.length === 0) throw noInputs(template, inputs);
  const { content, variables, modelParams, modelName } = prompt;
  const run = { template, version, content, variables, inputAs };
  const model = modelName ?? configured;
  const [answers, prices] = await Promise.all([
    reasonsFor(projectId, ids, run),
    readPrices(projectId, model),
  ]);
  const runId = await insertRun({
    ...{ ...run, projectId, inputs, asked: count, modelName: model, modelParams, prices },
    ...{ startedBy: by, answers },
  });
  return readRun(projectId, runId);
}

function requireVariable({ version, variables }: ReadPrompt, inputAs: string | null): void {
  if (inputAs === null || variables.includes(inputAs)) return;
  const message = `must be a variable of ${version}: ${variables.join(", ") || "it has none"}`;
  throw new Problem("invalid_body", `input_as ${message}.`, { errors: [{ path: "input_as", message }] });
}

function noInputs(template: string, inputs: NewRunBody["inputs"]): Problem {
  return new Problem(
    "no_inputs",
    inputs === "latest"
      ? `No answer with prompt_template “${template}” has been logged yet.`
      : `No answer of “${template}” has a thumbs down, and none of its ${STARRED_MAX} latest answers with stars has two or fewer. Run the version on the latest answers.`,
  );
}

/** Each answer in its order, with the reason why its input cannot be run. */
async function reasonsFor(
  projectId: string,
  ids: readonly string[],
  run: Parameters<typeof recaller>[2] & { template: string },
): Promise<{ interactionId: string; reason: string | null }[]> {
  const logged = new Map((await readInputs(projectId, ids)).map((answer) => [answer.interactionId, answer]));
  const recall = recaller(projectId, run.template, run);
  const answers = ids.flatMap((id) => logged.get(id) ?? []);
  return Promise.all(
    answers.map(async (answer) => {
      const recalled = await recall(answer);
      return {
        interactionId: answer.interactionId,
        reason: "reason" in recalled ? recalled.reason : null,
      };
    }),
  );
}
