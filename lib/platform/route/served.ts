import { z } from "zod";
import { hasBody, type ServedBody } from "../served-bodies.ts";
import type { Answer } from "./answer.ts";
import { type ContractNotes, prepared } from "./route.ts";

/** Long enough that a busy product asks seldom, and short enough that a moved label is soon seen. */
const CACHE_CONTROL = "private, max-age=10, stale-while-revalidate=300";

/** The headers of what products read with each answer. */
export const servedHeaders = {
  requestHeaders: z.object({
    "If-None-Match": z
      .string()
      .optional()
      .describe("The ETag of an earlier response: 304 if it is the same."),
  }),
  replyHeaders: z.object({
    ETag: z.string().optional().describe("Changes with the body."),
    "Cache-Control": z.string().optional().describe(`\`${CACHE_CONTROL}\``),
  }),
} satisfies ContractNotes;

/** A body with its ETag, or 304 for a client that has it. */
export function answerServed(body: ServedBody, request: Request): Answer {
  const headers = { etag: body.etag, "cache-control": CACHE_CONTROL };
  return hasBody(body, request.headers.get("if-none-match"))
    ? { status: 304, headers, text: null }
    : prepared(200, body.text, headers);
}
