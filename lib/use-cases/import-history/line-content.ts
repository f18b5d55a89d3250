import type { FeedbackBody } from "#lib/observe/feedback/index.ts";
import type { InteractionBody } from "#lib/observe/interactions/index.ts";
import type { PreferenceBody } from "#lib/observe/preferences/index.ts";

/** An interaction with its id from the file, or from its position in the file. */
export type NamedInteraction = InteractionBody & { interaction_id: string };

/** The content of a line. An invalid part does not affect the others. */
export interface LineContent {
  interactions: NamedInteraction[];
  ratings: FeedbackBody[];
  preferences: PreferenceBody[];
  /** The rejected parts, with reasons. */
  refusals: string[];
}

/** Empty content. */
export const emptyLine = (): LineContent => ({
  interactions: [],
  ratings: [],
  preferences: [],
  refusals: [],
});

/**
 * Reads the text of one line.
 * @param ownId an id for parts without one: always the same for the same line of the same file.
 */
export type LineReader = (text: string, ownId: string) => LineContent;

/** A line of which nothing can be stored. */
export const refusedLine = (reason: string): LineContent => ({ ...emptyLine(), refusals: [reason] });
