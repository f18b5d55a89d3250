import type { ImpactClaim } from "#lib/domain/impact-claim.ts";
import type { Scope } from "#lib/domain/scope.ts";

/** What an improvement was drafted from. */
export type ImprovementSource =
  | { kind: "prompt_version"; template: string; version: string }
  | { kind: "problem"; problemId: string }
  | { kind: "manual" };

/** Where an improvement stands: users are told of published ones only. */
export const improvementStates = ["draft", "published", "withdrawn"] as const;

/** Where an improvement stands. */
export type ImprovementState = (typeof improvementStates)[number];

/** What users of a language are told. */
export interface ImprovementText {
  /** A language tag (BCP 47). */
  language: string;
  title: string;
  /** May be empty. */
  description: string;
}

/** Whose complaints an improvement answers. */
export interface Complaints {
  scope: Scope;
  /** With one of these; any complaint if there is none. */
  categories: string[];
  /** About answers since then, and before it shipped. */
  since: Date;
  shippedAt: Date;
}

/** Something that was made better, and what its users are told of it. */
export interface Improvement extends Complaints {
  improvementId: string;
  source: ImprovementSource;
  /** On the dashboard. */
  name: string;
  state: ImprovementState;
  /** The share of those who complained who are not told. */
  holdOut: number;
  /** How many complained; 0 until it is published. */
  people: number;
  /** What the data say; null until they were looked at. */
  claim: ImpactClaim | null;
  createdBy: string;
  createdAt: Date;
  publishedBy: string | null;
  publishedAt: Date | null;
  /** By language. */
  texts: ImprovementText[];
  /** Why nobody is told although it is published; null where they are. */
  silent: SilentReason | null;
}

/** Why nobody is told of a published improvement: what it fixed came back. */
export type SilentReason = "problem_back" | "rolled_back" | "rated_worse";

/** The share of those who complained who are not told, unless somebody says otherwise. */
export const HOLD_OUT = 0.1;
