import type { FixLink, ProblemEvent, ProblemState, TrackedProblem } from "#lib/domain/problem-lifecycle.ts";
import type { Scope } from "#lib/domain/scope.ts";

/** What is worse: the share of thumbs down, or that of ratings with a category. */
export type ProblemKind = "rate" | "category";

/** What the data say of a problem. */
export interface ProblemFigures {
  /** The usual share of bad ratings, and the ratings that it is known from. */
  usual: number;
  usualOf: number;
  /** The ratings since it began, of which so many were bad, and so many would usually have been. */
  n: number;
  bad: number;
  expected: number;
  /** How much more ratings vary than independent ones. */
  dispersion: number;
  /** Users who rated, and who met these answers. */
  raters: number;
  met: number;
  /** How much larger the share of bad ratings is than usual. */
  worse: number;
  /** Users who met it times how much worse it is. */
  harm: number;
}

/** A problem that was found, before it is on record. */
export interface FoundProblem extends ProblemFigures {
  kind: ProblemKind;
  /** Of the kind "category". */
  category: string | null;
  /** What it is worse than: its own history, or the rest of the project. */
  against: "own" | "project";
  scope: Scope;
  /** In plain words. */
  title: string;
  /** By the data. */
  beganAt: Date;
}

/** A problem on record. */
export interface Problem extends FoundProblem, TrackedProblem {
  problemId: string;
  foundAt: Date;
  verifiedAt: Date | null;
  /** Answers between its beginning and this count for nothing any more: a fix was shipped, or it was as usual again. */
  restartedAt: Date | null;
  /** When it was last found. */
  seenAt: Date;
  updatedAt: Date;
}

/** Something that happened to a problem. */
export interface ProblemStep {
  stepId: string;
  kind: ProblemEvent["kind"] | "found";
  /** Null where it was found. */
  from: ProblemState | null;
  to: ProblemState;
  /** What was to fix it from then on. */
  link: FixLink | null;
  by: string;
  note: string;
  at: Date;
}

/** Who takes a step of a problem, and why. */
export interface StepTaker {
  name: string;
  note?: string | undefined;
}

/** Who takes the steps that nobody takes. */
export const WHETSTONE = "Whetstone";
