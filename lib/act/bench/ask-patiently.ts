import { setTimeout as pause } from "node:timers/promises";
import type { ModelSettings } from "#lib/platform/model-settings.ts";
import {
  formatFailure,
  ModelFailed,
  type ModelNamedBy,
  type ModelQuestion,
  streamAnswer,
} from "../model/index.ts";
import type { Outcome } from "./answers-store.ts";
import { type Patience, retryWait } from "./retry-wait.ts";

/** How long one answer may take, in all attempts and waits together. */
export interface AnswerLimits extends Patience {
  /** In milliseconds, of one attempt. */
  timeoutMs: number;
  /** In milliseconds, of all. */
  wholeMs: number;
}

/**
 * Asks a model for one answer, again where it limits requests. A model's failure is what came of it, in words.
 * @throws the signal's reason once that is aborted.
 */
export async function askPatiently(
  settings: ModelSettings,
  question: ModelQuestion & { namedBy: ModelNamedBy },
  limits: AnswerLimits,
  signal: AbortSignal,
): Promise<Outcome> {
  const until = performance.now() + limits.wholeMs;
  for (let made = 1; ; made++) {
    const leftMs = until - performance.now();
    const timeoutMs = Math.max(1, Math.min(limits.timeoutMs, leftMs));
    try {
      return await streamAnswer({ ...settings, timeoutMs }, question, signal);
    } catch (error) {
      if (!(error instanceof ModelFailed)) throw error;
      const wait = retryWait(error, made, until - performance.now(), limits);
      if (wait === null) {
        const { failure, retryAfterMs } = error;
        const facts = { attempts: made, retryAfterMs, namedBy: question.namedBy };
        return { failed: formatFailure(failure, { ...settings, timeoutMs }, facts) };
      }
      await pause(wait, undefined, { signal });
    }
  }
}
