import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { encodedIdMax } from "#lib/domain/fields.ts";
import { Problem } from "../problem/index.ts";
import { hmac } from "./hmac.ts";

/** How long after its receipt an interaction can be rated with its token. */
export const TOKEN_LIFETIME_DAYS = 30;

/** Version 1 tokens do not contain their holder. They are accepted until the last of them has expired. */
const VERSION = 2;
const PURPOSE = "feedback";

/**
 * Besides the interaction's id: version, purpose, project, expiry, the hash of the holder, and a SHA-256 as the
 * signature.
 */
const CLAIMS_MAX = 160;
const SIGNATURE_LENGTH = 43;

/** Maximum length of a token in characters. */
export const TOKEN_MAX = encodedIdMax(CLAIMS_MAX) + 1 + SIGNATURE_LENGTH;

const claimsSchema = z.union([
  z.tuple([z.literal(VERSION), z.string(), z.string(), z.string(), z.number(), z.string().nullable()]),
  z.tuple([z.number(), z.string(), z.string(), z.string(), z.number()]),
]);

/** The part of a project needed for tokens: its id and signing key. */
export interface TokenProject {
  projectId: string;
  tokenKey: Uint8Array;
}

/**
 * The token that proves its holder received this answer: base64url of [version, purpose, project, interaction, expiry
 * in Unix seconds, holder], a dot, and the HMAC-SHA256 of that under the project's key. The same interaction always
 * gets the same token, so that a retry is answered the same.
 * @param holder the hash of the rater it is given to; null if the server did not say.
 */
export function feedbackToken(
  project: TokenProject,
  interactionId: string,
  receivedAt: Date,
  holder: string | null = null,
  purpose = PURPOSE,
): string {
  const expiry = Math.floor(receivedAt.getTime() / 1000) + TOKEN_LIFETIME_DAYS * 86_400;
  const claims = [VERSION, purpose, project.projectId, interactionId, expiry, holder];
  const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
  return `${payload}.${sign(project, payload).toString("base64url")}`;
}

/** What a token proves: which answer its holder received, and who the holder is, if known. */
export interface ProvenToken {
  interactionId: string;
  /** The hash of the rater the token was given to. */
  holder: string | null;
}

/**
 * Checks that `token` allows rating `interactionId` at `now`.
 * @returns the hash of the rater the token was given to; null if it has none.
 * @throws Problem 403 as `readFeedbackToken` does, or if the token is for another interaction.
 */
export function requireFeedbackToken(
  token: string | null | undefined,
  project: TokenProject,
  interactionId: string,
  now: Date,
): string | null {
  const proven = readFeedbackToken(token, project, now);
  if (proven.interactionId === interactionId) return proven.holder;
  throw refusal(
    "token_for_other_interaction",
    `The token was issued for interaction "${proven.interactionId}".`,
  );
}

/**
 * What a token proves at `now`, for any interaction.
 * @throws Problem 403 if the token is missing, malformed, for another project or purpose, tampered with or expired.
 */
export function readFeedbackToken(
  token: string | null | undefined,
  project: TokenProject,
  now: Date,
): ProvenToken {
  if (!token)
    throw refusal(
      "token_missing",
      "Missing feedback token. Send the interaction's feedback_token in the body or as X-Feedback-Token.",
    );
  const [payload = "", signature = ""] = token.split(".");
  const [version, purpose, projectId, interactionId, expiry, holder = null] = readClaims(payload);
  if (version !== VERSION && version !== 1)
    throw refusal("token_malformed", `Unknown feedback token version ${version}.`);
  if (projectId !== project.projectId)
    throw refusal(
      "token_for_other_project",
      "The feedback token and the API key belong to different projects.",
    );
  const given = Buffer.from(signature, "base64url");
  const expected = sign(project, payload);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw refusal("token_changed", "The token's signature is invalid. Use the token exactly as issued.");
  }
  if (purpose !== PURPOSE) throw refusal("token_for_other_purpose", `The token was issued for "${purpose}".`);
  if (expiry * 1000 <= now.getTime()) {
    throw refusal("token_expired", `The token expired at ${new Date(expiry * 1000).toISOString()}.`);
  }
  return { interactionId, holder };
}

function readClaims(payload: string): z.infer<typeof claimsSchema> {
  try {
    return claimsSchema.parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
  } catch {
    throw refusal(
      "token_malformed",
      "Malformed feedback token. Use the feedback_token that was returned for the interaction.",
    );
  }
}

const sign = (project: TokenProject, payload: string): Buffer => hmac(project.tokenKey, payload).digest();

const refusal = (code: Extract<Problem["code"], `token_${string}`>, detail: string): Problem =>
  new Problem(code, detail);
