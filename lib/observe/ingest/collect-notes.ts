import { z } from "zod";
import { TOKEN_MAX } from "#lib/platform/auth/feedback-token.ts";
import type { ContractNotes } from "#lib/platform/route/index.ts";

const idempotencyKey = {
  "Idempotency-Key": z
    .string()
    .max(255)
    .optional()
    .describe("Makes a retry of the same body safe where its events have no ids; remembered for 24 hours."),
};

const feedbackToken = {
  "X-Feedback-Token": z
    .string()
    .max(TOKEN_MAX)
    .optional()
    .describe("The interaction's token, with a publishable key, where the body brings none."),
};

const deviceId = {
  "X-Device-Id": z
    .string()
    .max(128)
    .optional()
    .describe("The device that rates, where its token names nobody and the body names no device."),
};

const allowance = {
  "RateLimit-Budget": z
    .enum(["feedback", "signals"])
    .optional()
    .describe(
      "Which of the two budgets the others tell of: feedback where the request brings a rating or an annotation.",
    ),
  "RateLimit-Limit": z.int().optional().describe("Writes a minute of this budget, with a publishable key."),
  "RateLimit-Policy": z.string().optional().describe("The same with its window: 60;w=60."),
  "RateLimit-Remaining": z.int().optional().describe("Writes that are left of this window."),
  "RateLimit-Reset": z.int().optional().describe("Seconds until it ends."),
};

const tooMany = { 429: "More writes than a publishable key allows one client address; nothing was stored" };

const conflicts = {
  409: "A request with the same Idempotency-Key is under way",
  422: "The Idempotency-Key or the id of an event belongs to other content",
};

const tooBusy = { 503: "The database is away, or more arrives than can be stored; send the same ids again" };

/** What the contract tells of a route that takes events from servers alone. */
export const serverNotes: ContractNotes = {
  requestHeaders: z.object(idempotencyKey),
  refusals: { ...conflicts, ...tooBusy },
};

/** The same of a route that takes them from browsers too. */
export const collectNotes: ContractNotes = {
  requestHeaders: z.object({ ...idempotencyKey, ...feedbackToken, ...deviceId }),
  replyHeaders: z.object(allowance),
  refusals: { ...conflicts, ...tooMany, ...tooBusy },
};

/** The same of the routes that take ratings and annotations back. */
export const withdrawNotes: ContractNotes = {
  requestHeaders: z.object({ ...feedbackToken, ...deviceId }),
  replyHeaders: z.object(allowance),
  refusals: { 404: "There is none of this id that the sender may take back", ...tooMany, ...tooBusy },
};
