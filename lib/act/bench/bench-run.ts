import type { PromptContent } from "../prompts/index.ts";
import type { TokenPrices } from "./token-prices.ts";

/** Whose inputs a run takes: those of the latest answers, or of badly rated ones. */
export type BenchInputs = "latest" | "badly_rated";

/** How far a run is; the last two are its ends. */
export type BenchState = "running" | "finished" | "stopped";

/** What came of one input. */
export type BenchAnswerState = "waiting" | "answered" | "failed" | "skipped";

/** A version of a prompt, run on the inputs of logged answers. */
export interface BenchRun {
  runId: string;
  template: string;
  version: string;
  inputs: BenchInputs;
  /** How many inputs were asked for. */
  asked: number;
  /** The variable that the logged input stands for, where it has no value of its own. */
  inputAs: string | null;
  modelName: string;
  modelParams: Record<string, unknown> | null;
  prices: TokenPrices | null;
  state: BenchState;
  startedBy: string;
  startedAt: Date;
  endedAt: Date | null;
  stoppedBy: string | null;
}

/** A run with what it runs: the version with what it includes in its place, as it was at the start. */
export interface RunnableRun extends BenchRun {
  projectId: string;
  content: PromptContent;
  variables: string[];
}

/** How far a run is, in inputs and tokens. */
export interface BenchProgress {
  total: number;
  answered: number;
  failed: number;
  /** Not run, as their inputs are not known. */
  skipped: number;
  waiting: number;
  /** Of the new answers. */
  inputTokens: number;
  outputTokens: number;
  /** How many new answers lack a count of tokens, of input or output or both. */
  uncounted: number;
}

/** A run and how far it is. */
export interface BenchReading extends BenchRun {
  progress: BenchProgress;
}

/** One input of a run: the logged answer, and what came of the run. */
export interface BenchRow {
  interactionId: string;
  position: number;
  state: BenchAnswerState;
  /** Why it failed, or was not run. */
  reason: string | null;
  /** The beginning of the new answer, and its length. */
  text: string | null;
  length: number;
  latencyMs: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  finishReason: string | null;
  old: {
    promptVersion: string | null;
    modelName: string;
    text: string;
    length: number;
    latencyMs: number | null;
    inputTokens: number | null;
    outputTokens: number | null;
    costUsd: number | null;
    calledTools: boolean;
  };
}
