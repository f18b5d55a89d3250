import { idSchema } from "#lib/domain/fields.ts";
import type { FeedbackSource } from "#lib/domain/rating.ts";
import { requireFeedbackToken, TOKEN_LIFETIME_DAYS } from "#lib/platform/auth/feedback-token.ts";
import { hmac } from "#lib/platform/auth/hmac.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { clientNetwork } from "#lib/platform/rate-limit/client-address.ts";
import { toRater, userOfRater } from "./rater.ts";
import type { PageSubmitter, Submitter } from "./submitter.ts";
import { type VoteOrigin, voteOrigin } from "./vote-origin.ts";

/** What a body says of its sender. */
export interface StatedIdentity {
  /** Absent of a score of a whole session, which only a server may send. */
  interaction_id?: string | undefined;
  /** Who rates; a user where absent. */
  source?: FeedbackSource | undefined;
  user_id?: string | undefined;
  session_id?: string | undefined;
  device_id?: string | undefined;
  feedback_token?: string | undefined;
}

/** What a rater needs to be told: how ids are hashed, and the time. */
interface Hashing {
  hashUser(id: string): string;
  now: Date;
}

/**
 * A rater that no token names. Where the interaction names somebody after all, as tokens of before did not say, it is
 * theirs; else it takes one of the places that the answer has for such raters.
 */
export interface Unproven {
  statedUser: string | undefined;
  statedSession: string | undefined;
  /** HMAC of the client's address, of use for this one interaction only. */
  address: string;
  perAnswer: number;
  perAddress: number;
}

/** Whose an event is, as far as its sender can prove it. */
export interface AuthorizedRater {
  /** Of the event's row. */
  columns: Pick<RaterRow, "rater" | "user_hash" | "unproven" | "origin">;
  /** Who the body says it is from, by which a retry is told from another event; no device, or one. */
  stated: { rater: string; user_hash: string | undefined; device: string[] };
  /** The earliest moment that an event of theirs can be of; null where the sender is believed. */
  earliest: Date | null;
}

/** When an event was: what its sender says, as far as that can be, else now. */
export function eventTime(stated: Date | undefined, { earliest }: AuthorizedRater, now: Date): Date {
  if (stated === undefined) return now;
  return earliest !== null && stated < earliest ? earliest : stated;
}

/** A row of an event, as far as it says whose it is. Named as the columns are. */
export interface RaterRow {
  project_id: string;
  interaction_id: string | null;
  rater: string;
  user_hash: string | undefined;
  /** Null once it is settled whose it is. */
  unproven: Unproven | null;
  /** Where it came from with a publishable key; what waits for its interaction forgets it. */
  origin: VoteOrigin | undefined;
}

/**
 * Whose an event is. A server may name anybody; a page needs the interaction's token, and is believed of the user or session
 * that the token names, else of nothing but the device.
 * @throws Problem 403 by the token's fault, or when the body states another user or session than the token names; 400 when
 *   a page names no interaction.
 */
export function authorizeRater(from: Submitter, body: StatedIdentity, hashing: Hashing): AuthorizedRater {
  const { hashUser } = hashing;
  const sessionId = body.session_id;
  const deviceId = body.device_id ?? deviceOf(from);
  const userHash = body.user_id === undefined ? undefined : hashUser(body.user_id);
  const stated = {
    rater: toRater({ userHash, sessionId }, hashUser, body.source),
    user_hash: userHash,
    device: deviceId === undefined ? [] : [hashUser(deviceId)],
  };
  if (from.kind === "server") {
    const rater = toRater({ userHash, sessionId, deviceId }, hashUser, body.source);
    return {
      columns: { rater, user_hash: userHash, unproven: null, origin: undefined },
      stated,
      earliest: null,
    };
  }
  const { interaction_id: interactionId } = body;
  if (interactionId === undefined) throw sessionRefusal();
  const origin = voteOrigin(from);
  // No token that still holds is of an answer from before.
  const earliest = new Date(hashing.now.getTime() - TOKEN_LIFETIME_DAYS * 86_400_000);
  const holder = requireToken(from, { ...body, interaction_id: interactionId }, hashing.now);
  if (holder !== null) {
    const statedSession = sessionId === undefined ? undefined : toRater({ sessionId }, hashUser);
    const fault = identityFault(holder, userHash, statedSession);
    if (fault) throw raterRefusal(fault);
    return {
      columns: { rater: holder, user_hash: userOfRater(holder), unproven: null, origin },
      stated,
      earliest,
    };
  }
  const { project } = from;
  const unproven = {
    statedUser: userHash,
    statedSession: sessionId === undefined ? undefined : toRater({ sessionId }, hashUser),
    address: voterAddress(project.userHashKey, interactionId, from.address),
    perAnswer: project.votersPerAnswer,
    perAddress: project.votersPerAddress,
  };
  return {
    columns: { rater: toRater({ deviceId }, hashUser), user_hash: undefined, unproven, origin },
    stated,
    earliest,
  };
}

/**
 * Holds a page to the interaction's token.
 * @returns the rater that the token was given to; null where it does not say.
 * @throws Problem 403 by the token's fault.
 */
const requireToken = (
  { project, feedbackToken }: PageSubmitter,
  body: { interaction_id: string; feedback_token?: string | undefined },
  now: Date,
): string | null =>
  requireFeedbackToken(body.feedback_token ?? feedbackToken, project, body.interaction_id, now);

/**
 * Holds who asks for what is known of an interaction to its token, where they are a page.
 * @throws Problem 403 by the token's fault.
 */
export function requireReader(from: Submitter, interactionId: string, now: Date): void {
  if (from.kind === "page") requireToken(from, { interaction_id: interactionId }, now);
}

/** A token is of one answer and proves nothing of the rest of a session. */
function sessionRefusal(): Problem {
  const message = "is required: a score of a whole session may be sent with a secret key only";
  return new Problem("invalid_body", `interaction_id ${message}.`, {
    errors: [{ path: "interaction_id", message }],
  });
}

/**
 * Refuses fields that pages may not send.
 * @throws Problem 400 that names them.
 */
export function refuseServerFields(from: Submitter, names: readonly string[]): void {
  if (from.kind === "server" || names.length === 0) return;
  const errors = names.map((path) => ({ path, message: "may be sent with a secret key only" }));
  throw new Problem("invalid_body", `${names.join(", ")} may be sent with a secret key only.`, { errors });
}

/** @throws Problem 400 when the header is no id. */
function deviceOf({ deviceId }: Submitter): string | undefined {
  if (deviceId === null) return undefined;
  const parsed = idSchema.safeParse(deviceId);
  if (parsed.success) return parsed.data;
  throw new Problem("invalid_header", `X-Device-Id ${parsed.error.issues[0]?.message ?? "is invalid"}.`);
}

/** An address as it is kept beside a voter: it cannot be told from it who rated two answers. */
const voterAddress = (userHashKey: Uint8Array, interactionId: string, address: string): string =>
  hmac(userHashKey, `voter ${JSON.stringify([interactionId, clientNetwork(address)])}`).digest("base64url");

/** Why an event is refused for who it is from. */
export type RaterFault = "token_for_other_user" | "token_for_other_session" | "too_many_voters";

/** What is wrong with who a body says it is from, where the answer was given to `holder`; null when nothing is. */
export function identityFault(
  holder: string,
  statedUser: string | undefined,
  statedSession: string | undefined,
): RaterFault | null {
  const user = userOfRater(holder);
  if (user !== undefined)
    return statedUser === undefined || statedUser === user ? null : "token_for_other_user";
  // The session is who the answer was given to; a user that is stated beside it is not believed over it.
  return statedSession === undefined || statedSession === holder ? null : "token_for_other_session";
}

const faults: Record<RaterFault, string> = {
  token_for_other_user:
    "user_id does not match the interaction's user. Send the user_id the interaction was logged with, or omit it.",
  token_for_other_session:
    "session_id does not match the interaction's session. Send the session_id the interaction was logged with, or omit it.",
  too_many_voters:
    "This answer has reached the project's limit of devices that can rate an anonymous answer. Log interactions with user_id or session_id, or raise the limit in the settings.",
};

/** The refusal that a fault stands for. */
export const raterRefusal = (fault: RaterFault): Problem => new Problem(fault, faults[fault]);
