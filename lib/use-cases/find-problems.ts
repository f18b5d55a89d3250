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

/** A prompt version whose answers are liked too little, and what is said of it. */
export type PromptProblem = PromptVersionRow & {
  /** What its thumbs-down name, the most frequent first. */
  categories: (Named & { category: string })[];
  /** What several of its comments say. */
  recurring: RecurringComment[];
};

/** Fewest thumbs that a prompt version is judged by. */
export const LEAST_THUMBS = 10;

/** Most categories, and most recurring comments, that are told of a problem. */
const TOLD_MAX = 5;

/** How many prompt versions of a window can be judged, and those of them that are surely under the threshold. */
interface PromptsByThreshold {
  judged: number;
  under: PromptVersionRow[];
}

/** Judges the prompt versions of a window that have at least 10 thumbs; those under the threshold come lowest first. */
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

/** The prompt versions that {@link compareToThreshold} finds under the threshold, with what is said of each. */
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
