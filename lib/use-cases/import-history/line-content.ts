import type { FeedbackBody } from "#lib/observe/feedback/index.ts";
import type { InteractionBody } from "#lib/observe/interactions/index.ts";
import type { PreferenceBody } from "#lib/observe/preferences/index.ts";

/** An interaction under the id by which the file, or its place in the file, names it. */
export type NamedInteraction = InteractionBody & { interaction_id: string };

/** What one line of a file holds. One bad part of it does not take the others along. */
export interface LineContent {
  interactions: NamedInteraction[];
  ratings: FeedbackBody[];
  preferences: PreferenceBody[];
  /** What of it is refused, and why. */
  refusals: string[];
}

/** A line that holds nothing yet. */
export const emptyLine = (): LineContent => ({
  interactions: [],
  ratings: [],
  preferences: [],
  refusals: [],
});

/**
 * Reads the text of one line.
 * @param ownId an id for what brings none: the same for the same line of the same file.
 */
export type LineReader = (text: string, ownId: string) => LineContent;

/** A line of which nothing can be stored. */
export const refusedLine = (reason: string): LineContent => ({ ...emptyLine(), refusals: [reason] });
