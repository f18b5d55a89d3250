import { problemsOf } from "#lib/decide/problems/index";
import {
  type CategoryRow,
  categories,
  hoursOf,
  lastDays,
  type MetricFilter,
  type Named,
  type PromptVersionRow,
  promptVersions,
} from "#lib/evaluate/metrics/index";
import {
  type RecurringComment,
  recurringComments,
  type UnhappyComment,
  unhappyComments,
} from "#lib/observe/feedback/index";

/** Where problems are looked for. */
export interface ProblemSearch {
  projectId: string;
  /** A prompt version is a problem when its positive rate is under this. */
  threshold: number;
  now: Date;
  tz: string;
  feature?: string | undefined;
  /** The last days, today included. */
  days?: number;
}

/** A prompt version whose answers are liked too little, and what is said of it. */
export type PromptProblem = PromptVersionRow & {
  /** What its thumbs-down name, the most frequent first. */
  categories: (Named & { category: string })[];
  /** What several of its comments say. */
  recurring: RecurringComment[];
};

/** Fewest thumbs that a prompt version is judged by. */
const LEAST_RATINGS = 10;

/** Days that are looked at where nothing is said. */
const PROBLEM_DAYS = 7;

/** Most categories, and most recurring comments, that are told of a problem. */
const TOLD_MAX = 5;

/** Prompt versions with at least 10 thumbs whose positive rate is under the threshold, the lowest first. */
export async function findProblems(search: ProblemSearch): Promise<PromptProblem[]> {
  const { projectId, threshold, now, tz, feature, days = PROBLEM_DAYS } = search;
  const filter: MetricFilter = { projectId, tz, feature, ...lastDays(days, tz, now) };
  const versions = await promptVersions(filter, { histograms: [] });
  const problems = problemsOf(versions.filter(namesPrompt), { threshold, least: LEAST_RATINGS });
  if (problems.length === 0) return [];
  const [named, said] = await Promise.all([
    categories(filter),
    unhappyComments(projectId, { ...hoursOf(filter, tz), feature }),
  ]);
  return problems.map((row) => ({
    ...row,
    categories: categoriesOf(row, named),
    recurring: recurringComments(said.filter(isOf(row)), TOLD_MAX),
  }));
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
