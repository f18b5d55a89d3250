import { Problem } from "#lib/platform/problem/index.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import { toReceipt } from "../feedback/index.ts";
import { type InsertResult, loggedInteraction } from "../interactions/index.ts";
import { raterRefusal } from "../raters/index.ts";
import type { EventReceipt, PreparedEvent, RefusedRater, StoredEvent, TakenEvent } from "./event.ts";

/** What became of an event, as its sender is told: taken, or refused because its id belongs to another. */
export function takeEvent(
  project: ProjectContext,
  event: PreparedEvent,
  stored: StoredEvent,
): TakenEvent | Problem {
  const taken = outcomeOf(project, event, stored);
  return event.clipped && !(taken instanceof Problem) ? { ...taken, clipped: event.clipped } : taken;
}

function outcomeOf(
  project: ProjectContext,
  event: PreparedEvent,
  { stored }: StoredEvent,
): TakenEvent | Problem {
  if ("outcome" in stored && stored.outcome === "rater_refused") return raterRefusal(stored.fault);
  switch (event.type) {
    case "interaction": {
      const logged = loggedInteraction(project, event.row, stored as StoredEventOf<"interaction">);
      return logged instanceof Problem ? logged : { type: event.type, logged };
    }
    case "feedback": {
      const receipt = toReceipt(event.row, stored as StoredEventOf<"feedback">);
      return receipt instanceof Problem ? receipt : { type: event.type, receipt };
    }
    case "annotation": {
      const { annotation_id: id, created_at: at } = event.row;
      return hanging(event.type, id, event.row.interaction_id, at, stored as InsertResult);
    }
    case "signal": {
      const { signal_id: id, occurred_at: at } = event.row;
      return hanging(event.type, id, event.row.interaction_id, at, stored as InsertResult);
    }
    case "preference": {
      const { preference_id: id, preferred_id: preferred, created_at: at } = event.row;
      return hanging(event.type, id, preferred, at, stored as InsertResult);
    }
  }
}

type StoredEventOf<Type> = Exclude<Extract<StoredEvent, { type: Type }>["stored"], RefusedRater>;

function hanging(
  type: "annotation" | "signal" | "preference",
  eventId: string,
  interactionId: string,
  sentAt: string,
  stored: InsertResult,
): TakenEvent | Problem {
  if (stored.outcome === "id_reused") {
    return new Problem(
      "id_reused",
      `${type}_id “${eventId}” was sent with other content. Use a new id for every ${type}.`,
    );
  }
  const waiting = stored.outcome === "interaction_missing";
  const receipt: EventReceipt = {
    eventId,
    interactionId,
    at: waiting ? new Date(sentAt) : stored.at,
    waiting,
  };
  return { type, receipt };
}
