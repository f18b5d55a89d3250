import { log } from "#lib/platform/log.ts";
import type { ModelSettings } from "#lib/platform/model-settings.ts";
import type { ModelAnswer, ModelNamedBy } from "../model/index.ts";
import type { PromptMessage } from "../prompts/index.ts";
import { claimNext, keepClaims, type Outcome, releaseClaim, storeOutcome } from "./answers-store.ts";
import type { AnswerLimits } from "./ask-patiently.ts";
import type { RunnableRun } from "./bench-run.ts";
import { readInputs } from "./inputs-store.ts";
import { type Recall, recaller } from "./recall-answers.ts";
import { findRunning, finishRun, isRunning } from "./runs-store.ts";

/** How much of a run is done at once, and how long it may take. */
export interface WorkLimits extends AnswerLimits {
  /** How many inputs are run at once. */
  atOnce: number;
  /** No input is begun later than this, in milliseconds: others have their turn, and a job must not take for ever. */
  roundMs: number;
  /** How often to look whether the run was stopped, in milliseconds. */
  lookMs: number;
}

/** What holds of every run. */
export const workLimits: WorkLimits = {
  ...{ atOnce: 3, roundMs: 25_000, lookMs: 500 },
  ...{ timeoutMs: 60_000, wholeMs: 75_000, attempts: 4, longestWaitMs: 20_000 },
};

/** What a run is worked on with. */
export interface WorkTools {
  settings: ModelSettings;
  /** Takes out of a text what the project does not store. */
  redact: (projectId: string, text: string) => Promise<string>;
}

/**
 * Goes on with a run for a while: asks the model for what is missing, a few at a time, and stores each answer as it comes.
 * Ends within a second once the run is stopped, or `signal` is aborted; what was being asked then waits for the next round.
 * Any number of processes may work on one run.
 */
export async function workOnRun(
  runId: string,
  { settings, redact }: WorkTools,
  signal: AbortSignal,
  limits: WorkLimits = workLimits,
): Promise<void> {
  const run = await findRunning(runId);
  if (!run) return;
  const stop = new AbortController();
  const ended = AbortSignal.any([signal, stop.signal]);
  const claimed = new Set<string>();
  const look = setInterval(() => {
    void lookAfter(run, claimed, stop).catch((error: unknown) =>
      log().warn({ err: error, runId }, "cannot look whether a bench run was stopped"),
    );
  }, limits.lookMs);
  const recall = recaller(run.projectId, run.template, run);
  const until = performance.now() + limits.roundMs;
  const ask: Ask = {
    ...{ run, limits, recall, redact, signal: ended },
    settings: { ...settings, model: run.modelName },
    namedBy: run.modelName === settings.model ? "LLM_MODEL" : "version",
  };
  const takeTurns = async () => {
    while (!ended.aborted && performance.now() < until) {
      const interactionId = await claimNext(run);
      if (interactionId === null) return;
      claimed.add(interactionId);
      await runOne(ask, interactionId).finally(() => claimed.delete(interactionId));
    }
  };
  try {
    const turns = await Promise.allSettled(Array.from({ length: limits.atOnce }, takeTurns));
    const failed = turns.find((turn) => turn.status === "rejected");
    if (failed) throw failed.reason;
    await finishRun(run);
  } finally {
    clearInterval(look);
  }
}

/** Moves claims on, and ends the work of a run that was stopped. */
async function lookAfter(
  run: RunnableRun,
  claimed: ReadonlySet<string>,
  stop: AbortController,
): Promise<void> {
  if (await isRunning(run)) await keepClaims(run, [...claimed]);
  else stop.abort();
}

interface Ask extends WorkTools {
  run: RunnableRun;
  limits: WorkLimits;
  recall: Recall;
  namedBy: ModelNamedBy;
  signal: AbortSignal;
}

/** Runs one input and stores what came of it; gives it up where the work ends meanwhile. */
async function runOne(ask: Ask, interactionId: string): Promise<void> {
  let outcome: Outcome;
  try {
    outcome = await outcomeOf(ask, interactionId);
  } catch (error) {
    await releaseClaim(ask.run, interactionId);
    if (ask.signal.aborted) return;
    throw error;
  }
  await storeOutcome(ask.run, interactionId, outcome);
}

async function outcomeOf(ask: Ask, interactionId: string): Promise<Outcome> {
  const { run, settings, limits, recall, namedBy, signal } = ask;
  const [logged] = await readInputs(run.projectId, [interactionId]);
  // It was deleted, and its row with it.
  if (!logged) return { skipped: "The answer was deleted." };
  const recalled = await recall(logged);
  if ("reason" in recalled) return { skipped: recalled.reason };
  const messages = await redactedMessages(ask, recalled.messages);
  if (!messages) return { failed: "The input could not be redacted in time, so it was not sent." };
  // The AI SDK is loaded by those who ask a model, and not with every process that might.
  const { askPatiently } = await import("./ask-patiently.ts");
  const outcome = await askPatiently(
    settings,
    { messages, params: run.modelParams, namedBy },
    limits,
    signal,
  );
  return "text" in outcome ? redacted(ask, outcome) : outcome;
}

/** Messages as they may be sent: texts may have been logged before a rule was added. Null where that took too long. */
async function redactedMessages(
  { run, redact }: Ask,
  messages: readonly PromptMessage[],
): Promise<PromptMessage[] | null> {
  try {
    return await Promise.all(
      messages.map(async ({ role, content }) => ({ role, content: await redact(run.projectId, content) })),
    );
  } catch (error) {
    log().warn({ err: error, runId: run.runId }, "cannot redact an input of a bench run");
    return null;
  }
}

/** An answer as it may be stored. One that could not be redacted is none: asking again would cost as much again. */
async function redacted({ run, redact }: Ask, answer: ModelAnswer): Promise<Outcome> {
  try {
    return { ...answer, text: await redact(run.projectId, answer.text) };
  } catch (error) {
    log().warn({ err: error, runId: run.runId }, "cannot redact an answer of a bench run");
    return { failed: "The answer could not be redacted in time, so it was not stored." };
  }
}
