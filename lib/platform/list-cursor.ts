import { z } from "zod";
import { encodedIdMax, idSchema, MOMENTS } from "#lib/domain/fields.ts";
import { Problem } from "#lib/platform/problem/index.ts";

/** The last item of a page: its time and ID. */
export interface ListCursor {
  at: Date;
  id: string;
}

const parts = z.tuple([z.int().min(MOMENTS.from).lt(MOMENTS.before), idSchema]);

/** The maximum length of a cursor. */
const CURSOR_MAX = encodedIdMax(`[${MOMENTS.before},]`.length);

/** An opaque text that identifies the page after `last`. */
export const cursorAfter = (last: ListCursor): string =>
  Buffer.from(JSON.stringify([last.at.getTime(), last.id])).toString("base64url");

/** A cursor in a URL, unparsed. */
export const cursorTextSchema = z.string().max(CURSOR_MAX);

/** A cursor in a URL. */
export const cursorSchema = cursorTextSchema.transform((text, context) => {
  const place = readCursor(text);
  if (place) return place;
  context.addIssue({ code: "custom", message: "must be a next_cursor from this list" });
  return z.NEVER;
});

/**
 * Parses a cursor.
 * @throws Problem 400 if it is invalid.
 */
export function parseCursor(cursor: string): ListCursor {
  const place = readCursor(cursor);
  if (place) return place;
  const errors = [{ path: "cursor", message: "must be a next_cursor from this list" }];
  throw new Problem("invalid_query", "cursor must be a next_cursor from this list.", { errors });
}

/** Whether a text is a valid cursor. */
export const isCursor = (text: string | undefined): boolean =>
  text !== undefined && readCursor(text) !== null;

/** Parses a cursor; null if it is invalid. */
export function readCursor(cursor: string): ListCursor | null {
  try {
    const [time, id] = parts.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { at: new Date(time), id };
  } catch {
    return null;
  }
}
