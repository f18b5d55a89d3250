import { randomUUID } from "node:crypto";
import { answer, type Described, type EventMaker, type IdBy } from "./event-bodies.ts";
import type { Send, SentEvent } from "./sent-event.ts";

/** What a client does next: requests one after another, or at once. */
export interface Plan {
  sends: Send[];
  atOnce?: boolean;
}

/** What a client needs for its plans. */
export interface PlanContext {
  make: EventMaker;
  /** The ID of an acknowledged interaction. */
  known: string;
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const one = (path: string, { event, body }: Described): Send => ({ path, body, events: [event] });

const many = (path: string, name: string, items: Described[]): Send => ({
  path,
  body: { [name]: items.map(({ body }) => body) },
  events: items.map(({ event }) => event),
});

const typed = ({ event, body }: Described): Described => ({ event, body: { type: event.kind, ...body } });

/** A mixed batch: an answer, and all kinds of feedback on a known one, in the order of a client's queue. */
const mixed = ({ make, known }: PlanContext, idBy: IdBy): Send => {
  const fresh = make.interaction(idBy);
  const about = idBy === "client" && fresh.event.id ? fresh.event.id : known;
  const items = [
    fresh,
    make.about("feedback", about, idBy),
    make.about("signal", known, idBy),
    make.about("annotation", about, idBy),
    make.about("signal", about, idBy),
  ];
  return many("/api/events", "events", items.map(typed));
};

/** The same request with an Idempotency-Key, which identifies a retry when the client sets no IDs. */
const keyed = (send: Send): Send => ({ ...send, idempotencyKey: randomUUID() });

/** A rating with its interaction inline: two events in one request. */
function inlineRating({ make }: PlanContext): Send {
  const { event, body } = make.about("feedback", "", "client");
  const interaction: SentEvent = { kind: "interaction", marker: event.marker, id: `inline-${event.marker}` };
  return {
    path: "/api/feedback",
    body: { ...body, ...answer(event.marker), interaction_id: interaction.id },
    events: [event, interaction],
  };
}

/** A rating that is sent before, or at the same time as, its answer. */
function early({ make }: PlanContext): Plan {
  const interaction = make.interaction("client");
  const rating = make.about("feedback", interaction.event.id ?? "", "client");
  return {
    sends: [one("/api/feedback", rating), one("/api/interactions", interaction)],
    atOnce: Math.random() < 0.5,
  };
}

type Planner = (context: PlanContext) => Plan;

/** The plans of a client that sets the IDs of its events. */
export const plansWithIds: readonly Planner[] = [
  ({ make }) => ({ sends: [one("/api/interactions", make.interaction("client"))] }),
  ({ make }) => ({
    sends: [
      many(
        "/api/interactions",
        "interactions",
        times(20, () => make.interaction("client")),
      ),
    ],
  }),
  ({ make, known }) => ({ sends: [one("/api/feedback", make.about("feedback", known, "client"))] }),
  // Identified by rater, answer and type.
  ({ make, known }) => ({ sends: [one("/api/feedback", make.about("feedback", known, "server"))] }),
  (context) => ({ sends: [inlineRating(context)] }),
  early,
  ({ make, known }) => ({
    sends: [
      many(
        "/api/annotations",
        "annotations",
        times(5, () => make.about("annotation", known, "client")),
      ),
      many(
        "/api/signals",
        "signals",
        times(10, () => make.about("signal", known, "client")),
      ),
    ],
  }),
  (context) => ({ sends: [mixed(context, "client")] }),
];

/** The plans of a client that leaves IDs to the server and sends an Idempotency-Key. */
export const plansWithKeys: readonly Planner[] = [
  ({ make }) => ({ sends: [keyed(one("/api/interactions", make.interaction("server")))] }),
  ({ make, known }) => ({ sends: [keyed(one("/api/signals", make.about("signal", known, "server")))] }),
  (context) => ({ sends: [keyed(mixed(context, "server"))] }),
];
