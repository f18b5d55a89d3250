import type { AnswerDimensions } from "#lib/domain/dimensions.ts";
import type { InboxList, InboxRef, InboxStep } from "#lib/domain/inbox.ts";
import type { ListCursor } from "#lib/platform/list-cursor.ts";
import type { Standing } from "./advance-item.ts";

/** An item of the inbox. */
export interface InboxItem extends InboxRef, Standing {
  /** When its newest complaint was made, or when its problem was found. Lists are in this order. */
  at: Date;
  tags: string[];
  /** Whether somebody complained since it was looked at. */
  isNew: boolean;
  resolvedAt: Date | null;
  /** When somebody last did something to it; null if nobody did. */
  changedAt: Date | null;
}

/** Which items to list, the newest complaint first. */
export interface InboxFilter extends AnswerDimensions {
  list: InboxList;
  /** The user ID of who works on it; null for nobody. */
  assignee?: string | null | undefined;
  tag?: string | undefined;
  /** A category of a complaint. */
  category?: string | undefined;
  /** A query over the words of answers and what was said of them, as lib/observe/search makes it. */
  words?: string | undefined;
  after?: ListCursor | undefined;
  limit: number;
}

/** A page of the inbox. */
export interface InboxPage {
  items: InboxItem[];
  /** Where to go on; null at the end. A page that is not full goes on, too, where few of very many fit a filter. */
  next: ListCursor | null;
}

/** What somebody did to an item. */
export interface InboxEvent {
  eventId: string;
  step: InboxStep;
  /** What it was changed to, by the names of the API. */
  change: Record<string, unknown>;
  note: string | null;
  by: string;
  at: Date;
}
