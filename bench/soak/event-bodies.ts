import type { EventKind, SentEvent } from "./sent-event.ts";

/** An event and its body. */
export interface Described {
  event: SentEvent;
  body: Record<string, unknown>;
}

/** Who creates the ID of an event: the client or the server. */
export type IdBy = "client" | "server";

/** Creates the events of one round; each has a unique marker. */
export interface EventMaker {
  interaction(idBy: IdBy): Described;
  /**
   * A rating, a highlight or a signal on an answer, each by a different user, so that none replaces another.
   */
  about(kind: Exclude<EventKind, "interaction">, interactionId: string, idBy: IdBy): Described;
}

/**
 * @param round a short unique name of the round.
 */
export function eventMaker(round: string): EventMaker {
  let count = 0;
  const next = (kind: EventKind, idBy: IdBy, fieldsOf: (marker: string) => Record<string, unknown>) => {
    const marker = `${round}-${count++}`;
    const id = idBy === "client" ? `${kind}-${marker}` : null;
    const named = id === null ? {} : { [`${kind}_id`]: id };
    return { event: { kind, marker, id }, body: { ...named, session_id: marker, ...fieldsOf(marker) } };
  };
  return {
    interaction: (idBy) => next("interaction", idBy, answer),
    about: (kind, interactionId, idBy) =>
      next(kind, idBy, (marker) => ({ interaction_id: interactionId, ...said[kind](marker, count) })),
  };
}

/** The fields of an interaction, also inline with a rating. */
export const answer = (marker: string): Record<string, unknown> => ({
  feature_name: "soak",
  model_name: "model-a",
  input: "What does the soak hold?",
  response_text: `Every acknowledged event is there exactly once, this one as ${marker}.`,
  metadata: { marker },
});

const ratings = [
  { rating_type: "binary", rating_value: 1 },
  { rating_type: "stars", rating_value: 4, rating_categories: ["tone"] },
  { rating_type: "comment", feedback_comment: "Short and clear." },
  { rating_type: "correction", correction_text: "Every acknowledged event is there once." },
];

const said = {
  feedback: (marker: string, count: number) => ({ user_id: marker, ...ratings[count % ratings.length] }),
  annotation: () => ({ quote: { exact: "exactly once" }, category: "wording" }),
  signal: (_: string, count: number) => ({ signal: "dwell", value: count }),
};
