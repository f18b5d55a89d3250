import { z } from "zod";
import { encodedIdMax, idSchema } from "#lib/domain/fields.ts";

/** Bytes of a cursor's JSON beside the version's name. */
const BRACKETS = "[]".length;

/** The cursor that leads to the page that begins with a version. */
export const versionCursor = (version: string): string =>
  Buffer.from(JSON.stringify([version])).toString("base64url");

function readCursor(cursor: string): string | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(value) || value.length !== 1) return null;
    const { data } = idSchema.safeParse(value[0]);
    return data !== undefined && versionCursor(data) === cursor ? data : null;
  } catch {
    return null;
  }
}

/** A cursor as the version that it leads to. */
export const versionPageSchema = z
  .string()
  .max(encodedIdMax(BRACKETS), "must be a next_cursor from this list")
  .transform((text, context) => {
    const version = readCursor(text);
    if (version !== null) return version;
    context.addIssue({ code: "custom", message: "must be a next_cursor from this list" });
    return z.NEVER;
  });
