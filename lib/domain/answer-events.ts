/** A type of event on an answer, for everything that stores, meters, flags or shows it. */
interface AnswerEventEntry {
  table: string;
  /** The column of its ID. */
  id: string;
  /** The column of its answer. */
  answer: string;
  /**
   * The name of their number in a burst; null for what is not a vote. Bursts consist of votes, and only votes can come
   * from a reviewer.
   */
  votes: string | null;
  /** The columns whose sizes count toward the quotas of an answer. */
  texts: readonly string[];
  json: readonly string[];
  /** Its list in the details of an answer; null for a preference, which is about two. */
  detail: string | null;
}

/**
 * The types of events on answers. Quotas, bursts, pending events and their deletion follow from here; the compiler names
 * the other places that a new type must be added to (CONTRIBUTING.md).
 */
const answerEvents = {
  feedback: {
    table: "feedback",
    id: "feedback_id",
    answer: "interaction_id",
    votes: "ratings",
    texts: ["correction_text", "feedback_comment"],
    json: ["metadata"],
    detail: "feedback",
  },
  annotation: {
    table: "annotations",
    id: "annotation_id",
    answer: "interaction_id",
    votes: null,
    texts: ["quote_exact", "quote_prefix", "quote_suffix", "comment"],
    json: [],
    detail: "annotations",
  },
  signal: {
    table: "signals",
    id: "signal_id",
    answer: "interaction_id",
    votes: null,
    texts: [],
    json: [],
    detail: "signals",
  },
  preference: {
    table: "preferences",
    id: "preference_id",
    answer: "preferred_id",
    votes: "preferences",
    texts: ["comment"],
    json: [],
    detail: null,
  },
} as const satisfies Record<string, AnswerEventEntry>;

/** A type of event on an answer. */
export type AnswerEventType = keyof typeof answerEvents;

/** The numbers of votes in a burst. */
export type VoteCount = NonNullable<(typeof answerEvents)[AnswerEventType]["votes"]>;

/** The lists in the details of an answer. */
export type AnswerEventList = NonNullable<(typeof answerEvents)[AnswerEventType]["detail"]>;

/** All types, in the order in which they are stored. */
export const answerEventTypes = Object.keys(answerEvents) as AnswerEventType[];

/** How each type is stored. */
export const answerEventEntries: readonly AnswerEventEntry[] = Object.values(answerEvents);
