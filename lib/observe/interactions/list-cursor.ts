import { z } from "zod";
import { encodedIdMax, idSchema, MOMENTS } from "#lib/domain/fields.ts";
import { Problem } from "#lib/platform/problem/index.ts";

/** Where a page of a list ends: the last line's time and id. */
export interface ListCursor {
  at: Date;
  id: string;
}

const parts = z.tuple([z.int().min(MOMENTS.from).lt(MOMENTS.before), idSchema]);

/** Most characters of a cursor. */
const CURSOR_MAX = encodedIdMax(`[${MOMENTS.before},]`.length);

/** An opaque text that leads to the page after `last`. */
export const cursorAfter = (last: ListCursor): string =>
  Buffer.from(JSON.stringify([last.at.getTime(), last.id])).toString("base64url");

/** A cursor as it stands in an address, not read yet. */
export const cursorTextSchema = z.string().max(CURSOR_MAX);

/** A cursor as it stands in an address. */
export const cursorSchema = cursorTextSchema.transform((text, context) => {
  const place = readCursor(text);
  if (place) return place;
  context.addIssue({ code: "custom", message: "must be a next_cursor from this list" });
  return z.NEVER;
});

/**
 * The place that a cursor leads to.
 * @throws Problem 400 for a text that is none of ours.
 */
export function parseCursor(cursor: string): ListCursor {
  const place = readCursor(cursor);
  if (place) return place;
  const errors = [{ path: "cursor", message: "must be a next_cursor from this list" }];
  throw new Problem("invalid_query", "cursor must be a next_cursor from this list.", { errors });
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
