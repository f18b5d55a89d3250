import { z } from "zod";
import { idSchema } from "#lib/domain/fields";

/** Where a page of the list ends: the last line's time and id. */
export interface ListCursor {
  createdAt: Date;
  interactionId: string;
}

const parts = z.tuple([z.number().int().min(0).max(8.64e15), idSchema]);

/** An opaque text that leads to the page after `last`. */
export const cursorAfter = (last: ListCursor): string =>
  Buffer.from(JSON.stringify([last.createdAt.getTime(), last.interactionId])).toString("base64url");

/** Whether a text leads to a place in the list. */
export const isCursor = (text: string | undefined): boolean =>
  text !== undefined && readCursor(text) !== null;

/** The place that a cursor leads to; null for a text that is none of ours. */
export function readCursor(cursor: string): ListCursor | null {
  try {
    const [time, interactionId] = parts.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { createdAt: new Date(time), interactionId };
  } catch {
    return null;
  }
}
