import { belowThreshold } from "../decide/problems/index.ts";
import {
  answerWindow,
  type CategoryRow,
  categories,
  type MetricFilter,
  type Named,
  type PromptVersionRow,
  promptVersions,
} from "../evaluate/metrics/index.ts";
import {
  type RecurringComment,
  recurringComments,
  type UnhappyComment,
  unhappyComments,
} from "../observe/feedback/index.ts";

/** A prompt version with a low positive rate, and its feedback. */
export type PromptProblem = PromptVersionRow & {
  /** Categories of its thumbs down, most frequent first. */
  categories: (Named & { category: string })[];
  /** Recurring comments. */
  recurring: RecurringComment[];
};

/** Minimum thumbs to judge a prompt version. */
export const LEAST_THUMBS = 10;

/** Maximum categories and recurring comments of a problem. */
const TOLD_MAX = 5;

/** The number of prompt versions in a window that can be judged, and those certainly below the threshold. */
interface PromptsByThreshold {
  judged: number;
  under: PromptVersionRow[];
}

/** Compares the prompt versions of a window that have at least 10 thumbs with the threshold; lowest rates first. */
export async function compareToThreshold(
  filter: MetricFilter,
  threshold: number,
): Promise<PromptsByThreshold> {
  const versions = await promptVersions(filter, { histograms: [] });
  const named = versions.filter(namesPrompt);
  return {
    judged: named.filter(({ positive }) => positive.n >= LEAST_THUMBS).length,
    under: belowThreshold(named, { threshold, least: LEAST_THUMBS }),
  };
}

/** The prompt versions that {@link compareToThreshold} finds below the threshold, with the feedback on each. */
export async function findProblems(filter: MetricFilter, threshold: number): Promise<PromptProblem[]> {
  const { under: problems } = await compareToThreshold(filter, threshold);
  if (problems.length === 0) return [];
  const [named, said] = await Promise.all([
    categories(filter),
    unhappyComments(filter.projectId, answerWindow(filter)),
  ]);
  return Promise.all(
    problems.map(async (row) => ({
      ...row,
      categories: categoriesOf(row, named),
      recurring: await recurringComments(said.filter(isOf(row)), TOLD_MAX),
    })),
  );
}

type Prompt = Pick<PromptVersionRow, "promptTemplate" | "promptVersion">;

const namesPrompt = ({ promptTemplate, promptVersion }: Prompt): boolean =>
  promptTemplate !== null || promptVersion !== null;

const isOf =
  (row: Prompt) =>
  ({ promptTemplate, promptVersion }: Prompt | UnhappyComment): boolean =>
    promptTemplate === row.promptTemplate && promptVersion === row.promptVersion;

const categoriesOf = (row: Prompt, named: readonly CategoryRow[]): PromptProblem["categories"] =>
  named
    .flatMap(({ category, promptVersions: versions }) =>
      versions
        .filter(isOf(row))
        .map(({ count, downCount, share }) => ({ category, count, downCount, share })),
    )
    .filter(({ downCount }) => downCount > 0)
    .sort((one, other) => other.downCount - one.downCount)
    .slice(0, TOLD_MAX);
