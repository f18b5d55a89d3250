import { formatCount, formatCountOf } from "#components/format/numbers.ts";
import { formatSmallCost } from "#components/format/small-cost.ts";
import type { benchRunJson } from "#lib/act/bench/index.ts";

/** A run as its page has it. */
export type RunJson = ReturnType<typeof benchRunJson>;

/** Whose inputs a run takes, for a reader. */
export const inputWords: Record<RunJson["inputs"], string> = {
  latest: "Latest answers",
  badly_rated: "Badly rated answers",
};

/** How far a run is, for a reader. */
export const stateWords: Record<RunJson["state"], string> = {
  running: "Running",
  finished: "Finished",
  stopped: "Stopped",
};

/** How many inputs of a run are done. */
export const doneOf = ({ answered, failed, skipped }: RunJson["progress"]): number =>
  answered + failed + skipped;

/** "12 of 20 done: 10 answered, 1 failed, 1 cannot be run". */
export function progressWords(progress: RunJson["progress"]): string {
  const parts = [
    `${formatCount(progress.answered)} answered`,
    progress.failed > 0 && `${formatCount(progress.failed)} failed`,
    progress.skipped > 0 && `${formatCount(progress.skipped)} cannot be run`,
  ].filter(Boolean);
  return `${formatCount(doneOf(progress))} of ${formatCountOf(progress.total, "input")} done: ${parts.join(", ")}`;
}

/** What the new answers took: tokens, and money where it is known. */
export function costWords(progress: RunJson["progress"]): string {
  const { answered, input_tokens, output_tokens, cost_usd, uncounted_answers: uncounted } = progress;
  if (answered === 0) return "No tokens yet";
  if (input_tokens + output_tokens === 0) return "The server reports no tokens";
  const tokens = `${formatCount(input_tokens)} input and ${formatCount(output_tokens)} output tokens`;
  const counted = cost_usd === null ? tokens : `${tokens}, about ${formatSmallCost(cost_usd)}`;
  return uncounted === 0
    ? counted
    : `${counted}; more than that, as the server did not count ${formatCountOf(uncounted, "answer")} in full`;
}
