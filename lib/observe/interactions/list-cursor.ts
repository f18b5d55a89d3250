import { z } from "zod";
import { idSchema } from "#lib/domain/fields";
import { Problem } from "#lib/platform/problem/index";

/** Where a page of a list ends: the last line's time and id. */
export interface ListCursor {
  at: Date;
  id: string;
}

const parts = z.tuple([z.number().int().min(0).max(8.64e15), idSchema]);

/** An opaque text that leads to the page after `last`. */
export const cursorAfter = (last: ListCursor): string =>
  Buffer.from(JSON.stringify([last.at.getTime(), last.id])).toString("base64url");

/** A cursor as it stands in an address. */
export const cursorSchema = z
  .string()
  .max(500)
  .transform((text, context) => {
    const place = readCursor(text);
    if (place) return place;
    context.addIssue({ code: "custom", message: "must be a next_cursor of this list" });
    return z.NEVER;
  });

/**
 * The place that a cursor leads to.
 * @throws Problem 400 for a text that is none of ours.
 */
export function placeOf(cursor: string): ListCursor {
  const place = readCursor(cursor);
  if (place) return place;
  const errors = [{ path: "cursor", message: "must be a next_cursor of this list" }];
  throw new Problem("invalid_query", "cursor must be a next_cursor of this list.", { errors });
}

/** Whether a text leads to a place in the list. */
export const isCursor = (text: string | undefined): boolean =>
  text !== undefined && readCursor(text) !== null;

/** The place that a cursor leads to; null for a text that is none of ours. */
export function readCursor(cursor: string): ListCursor | null {
  try {
    const [time, id] = parts.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { at: new Date(time), id };
  } catch {
    return null;
  }
}
