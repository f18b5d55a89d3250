import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { hmac } from "#lib/platform/auth/hmac.ts";

/** What the reader of a mail can do by its links, without signing in. */
export type MailPurpose = "confirm" | "unsubscribe";

/** What a link stands for. */
export interface MailClaims {
  purpose: MailPurpose;
  projectId: string;
  /** The channel that asks; a reader unsubscribes from all of the project's. */
  channelId: string;
  email: string;
  /** Unix seconds after which it is void; null for one that holds for good. */
  expiry: number | null;
}

/** How long an address can be confirmed, in days. */
const CONFIRM_DAYS = 7;

const VERSION = 1;

const claimsSchema = z.tuple([
  z.literal(VERSION),
  z.enum(["confirm", "unsubscribe"]),
  z.uuid(),
  z.uuid(),
  z.string().max(320),
  z.int().nullable(),
]);

/** Longest token in characters. */
export const MAIL_TOKEN_MAX = 1_000;

/** Signs with a key of the project, which stays the same when the installation's secret changes: old mails must work. */
const sign = (tokenKey: Uint8Array, payload: string): Buffer =>
  hmac(tokenKey, `mail link\n${payload}`).digest();

/** When a link made now is void: an address is not confirmed a year later; unsubscribing always works. */
export const expiryOf = (purpose: MailPurpose, at: Date): number | null =>
  purpose === "confirm" ? Math.floor(at.getTime() / 1_000) + CONFIRM_DAYS * 86_400 : null;

/** The token of a link. */
export function mailToken(tokenKey: Uint8Array, claims: MailClaims): string {
  const { purpose, projectId, channelId, email, expiry } = claims;
  const json = JSON.stringify([VERSION, purpose, projectId, channelId, email, expiry]);
  const payload = Buffer.from(json).toString("base64url");
  return `${payload}.${sign(tokenKey, payload).toString("base64url")}`;
}

/** What a token says it stands for, unproven; null for a malformed one. */
export function readMailToken(token: string): MailClaims | null {
  if (token.length > MAIL_TOKEN_MAX) return null;
  try {
    const json: unknown = JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString("utf8"));
    const [, purpose, projectId, channelId, email, expiry] = claimsSchema.parse(json);
    return { purpose, projectId, channelId, email, expiry };
  } catch {
    return null;
  }
}

/** Whether a token was signed by the project whose key this is, and is not void at `at`. */
export function isProven(token: string, tokenKey: Uint8Array, { expiry }: MailClaims, at: Date): boolean {
  const [payload = "", signature = ""] = token.split(".");
  const given = Buffer.from(signature, "base64url");
  const expected = sign(tokenKey, payload);
  const isSigned = given.length === expected.length && timingSafeEqual(given, expected);
  return isSigned && (expiry === null || expiry * 1_000 > at.getTime());
}
