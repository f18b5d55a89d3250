import { type Problem as FoundProblem, listProblems } from "#lib/act/problems/index.ts";
import {
  type Changes,
  type ComparedCategory,
  compareCategories,
  type Recommendation,
  type RepeatedComment,
  type ReportExample,
  recommend,
} from "#lib/decide/report/index.ts";
import { pickDimensions } from "#lib/domain/dimensions.ts";
import {
  answerWindow,
  categories,
  type MetricFilter,
  type Summary,
  wholeSummary,
} from "#lib/evaluate/metrics/index.ts";
import { markedPassages, type Passage } from "#lib/observe/annotations/index.ts";
import {
  readAnswerVotes,
  readUserEdits,
  recurringComments,
  unhappyComments,
} from "#lib/observe/feedback/index.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { offThread, WorkFailed } from "#lib/platform/threads/index.ts";
import { type MetTheme, themesOf } from "../themes/index.ts";
import { chooseVersion, type ReportedVersion } from "./choose-version.ts";
import { type EditsToStudy, type StudiedEdits, studyEdits } from "./study-edits.ts";

/** Which report is asked for. */
export interface AskedReport {
  /** The window and the filters; its prompt is set by the two below. */
  filter: MetricFilter;
  template: string;
  version?: string | undefined;
}

/** What users say of a version of a prompt, and what follows for the next. */
export interface Report extends ReportedVersion {
  template: string;
  filter: MetricFilter;
  summary: Summary;
  /** Open problems of this version, or of all versions of the prompt, the most harmful first. */
  problems: FoundProblem[];
  /** What negative texts are about. */
  themes: MetTheme[];
  categories: ComparedCategory[];
  comments: { read: number; repeated: RepeatedComment[] };
  passages: Passage[];
  changes: Changes;
  /** Why fewer corrections were measured than there are; null if all were. */
  unmeasured: string | null;
  recommendations: Recommendation[];
  examples: ReportExample[];
}

/** What is read at most: corrections, with their answers up to so many bytes each; comments, passages and themes that are told of. */
export const READ_MAX = { edits: 300, bytes: 20_000, comments: 5, passages: 5, themes: 5 };

/**
 * The report of a prompt's version.
 * @throws Problem 404 for an unknown prompt or version; 422 `no_feedback` where nobody said anything.
 */
export async function readReport({ filter: asked, template, version }: AskedReport): Promise<Report> {
  const { projectId } = asked;
  const chosen = await chooseVersion(projectId, template, version);
  const { promptTemplate: _, promptVersion: __, ...population } = asked;
  const filter = { ...population, promptTemplate: template, promptVersion: chosen.version };
  const window = answerWindow(filter);
  const [summary, problems, themes, compared, said, passages, edits] = await Promise.all([
    wholeSummary(filter),
    openProblems(projectId, template, chosen.version),
    themesOf(projectId, {
      ...{ scope: pickDimensions(filter), since: window.from, until: window.to },
      limit: READ_MAX.themes,
    }),
    readCategories(filter, population),
    unhappyComments(projectId, window),
    markedPassages(projectId, { ...window, limit: READ_MAX.passages }),
    readUserEdits(projectId, { ...window, limit: READ_MAX.edits, bytes: READ_MAX.bytes }),
  ]);
  if (summary.ratings === 0 && passages.length === 0) throw noFeedback(template, filter, summary);
  const [studied, repeated] = await Promise.all([
    study(projectId, edits),
    recurringComments(said, READ_MAX.comments),
  ]);
  const { changes, examples } = studied ?? nothing;
  const comments = { read: said.length, repeated };
  return {
    ...{ template, ...chosen, filter, summary, problems, themes, categories: compared },
    ...{ comments, passages, changes, examples },
    unmeasured: whyUnmeasured(summary.corrections, studied),
    recommendations: recommend({ changes, categories: compared, comments }),
  };
}

/** Problems that nobody has fixed yet. */
async function openProblems(projectId: string, template: string, version: string): Promise<FoundProblem[]> {
  const open = await listProblems(projectId, { states: ["open", "fixing", "regressed"] });
  return open.filter(
    ({ scope: { promptTemplate, promptVersion = version } }) =>
      promptTemplate === template && promptVersion === version,
  );
}

/** Nothing would look like nothing wrong. */
const noFeedback = (template: string, { promptVersion, from, to }: MetricFilter, { interactions }: Summary) =>
  new Problem(
    "no_feedback",
    `Nobody rated, corrected, commented on or highlighted an answer of “${template}” ${promptVersion} from ${from} to ${to}: ${interactions} ${interactions === 1 ? "answer" : "answers"}, no feedback. Choose a longer period or another version.`,
  );

/** The categories of a version's thumbs down against those of all other answers. */
async function readCategories(filter: MetricFilter, population: MetricFilter): Promise<ComparedCategory[]> {
  const [own, all, ownSummary, allSummary] = await Promise.all([
    categories(filter),
    categories(population),
    wholeSummary(filter),
    wholeSummary(population),
  ]);
  const downsOf = new Map(own.map(({ category, downCount }) => [category, downCount]));
  // They are read one after the other; a rating removed in between must not make a part larger than the whole.
  const rest = (whole: number, part: number) => Math.max(0, whole - part);
  const downs = {
    own: ownSummary.thumbsDown,
    others: rest(allSummary.thumbsDown, ownSummary.thumbsDown),
  };
  const tallies = all.map(({ category, downCount }) => {
    const mine = Math.min(downsOf.get(category) ?? 0, downs.own);
    return { category, own: mine, others: Math.min(rest(downCount, mine), downs.others) };
  });
  return compareCategories(tallies, downs);
}

const nothing = studyEdits({ edits: [], votes: [] });

/** From this many characters on, texts are measured in a thread: fewer take less than 50 ms. */
const FEW = 20_000;

const WORK = { file: "lib/use-cases/report/study-edits.ts", name: "studyEdits" };

/** What the thread may spend, and how long a reader waits for it, in milliseconds. */
const BUDGET = { budgetMs: 5_000, patienceMs: 10_000 };

/** What the corrections say; null where measuring them takes too long. */
async function study(
  projectId: string,
  edits: Awaited<ReturnType<typeof readUserEdits>>,
): Promise<StudiedEdits | null> {
  const votes = await readAnswerVotes(projectId, [...new Set(edits.map((edit) => edit.interactionId))]);
  const timed = <One extends { at: Date }>(all: readonly One[]) =>
    all.map((one) => ({ ...one, at: one.at.getTime() }));
  const input: EditsToStudy = { edits: timed(edits), votes: timed(votes) };
  const size = edits.reduce((sum, { answer, correction }) => sum + answer.length + correction.length, 0);
  if (size <= FEW) return studyEdits(input);
  try {
    return await offThread<StudiedEdits>(WORK, input, { ...BUDGET, size });
  } catch (error) {
    if (error instanceof WorkFailed) return null;
    throw error;
  }
}

function whyUnmeasured(corrections: number, studied: StudiedEdits | null): string | null {
  if (!studied) return "Measuring the corrections took too long. Choose a shorter period.";
  const { measured } = studied.changes;
  return measured >= corrections
    ? null
    : `${measured} of ${corrections} corrections were measured: the newest ${READ_MAX.edits} at most, without those that changed nothing or have more than ${READ_MAX.bytes / 1_000} kB with their answer.`;
}
