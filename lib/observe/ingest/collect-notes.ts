import { z } from "zod";
import { TOKEN_MAX } from "#lib/platform/auth/feedback-token.ts";
import type { ContractNotes } from "#lib/platform/route/index.ts";

const idempotencyKey = {
  "Idempotency-Key": z
    .string()
    .max(255)
    .optional()
    .describe(
      "Makes retries of the same body idempotent, even if its events have no IDs. Stored for 24 hours.",
    ),
};

const feedbackToken = {
  "X-Feedback-Token": z
    .string()
    .max(TOKEN_MAX)
    .optional()
    .describe("The interaction's feedback token, if not in the body. Required with a publishable key."),
};

const deviceId = {
  "X-Device-Id": z
    .string()
    .max(128)
    .optional()
    .describe(
      "The rater's device ID, if not in the body. Identifies the rater if the interaction has no user or session.",
    ),
};

const allowance = {
  "RateLimit-Budget": z
    .enum(["feedback", "signals"])
    .optional()
    .describe(
      "The budget the other RateLimit headers refer to: `feedback` if the request contains a rating or an annotation.",
    ),
  "RateLimit-Limit": z.int().optional().describe("Writes per minute in this budget, with a publishable key."),
  "RateLimit-Policy": z.string().optional().describe("The limit and its window in seconds: 60;w=60."),
  "RateLimit-Remaining": z.int().optional().describe("Writes left in the current window."),
  "RateLimit-Reset": z.int().optional().describe("Seconds until the window resets."),
};

const tooMany = { 429: "Rate limit of the client address exceeded; nothing was stored" };

const conflicts = {
  409: "A request with the same Idempotency-Key is in progress",
  422: "The Idempotency-Key or an event ID was already used with different content",
};

const tooBusy = { 503: "The database is unavailable or overloaded; retry with the same IDs" };

/** OpenAPI notes for routes that accept events from servers only. */
export const serverNotes: ContractNotes = {
  requestHeaders: z.object(idempotencyKey),
  refusals: { ...conflicts, ...tooBusy },
};

/** OpenAPI notes for routes that also accept events from browsers. */
export const collectNotes: ContractNotes = {
  requestHeaders: z.object({ ...idempotencyKey, ...feedbackToken, ...deviceId }),
  replyHeaders: z.object(allowance),
  refusals: { ...conflicts, ...tooMany, ...tooBusy },
};

/** OpenAPI notes for routes that withdraw ratings and annotations. */
export const withdrawNotes: ContractNotes = {
  requestHeaders: z.object({ ...feedbackToken, ...deviceId }),
  replyHeaders: z.object(allowance),
  refusals: { 404: "No event with this ID that the sender may delete", ...tooMany, ...tooBusy },
};
