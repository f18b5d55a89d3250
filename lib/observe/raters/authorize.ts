import { idSchema } from "#lib/domain/fields.ts";
import type { FeedbackSource } from "#lib/domain/rating.ts";
import { requireFeedbackToken, TOKEN_LIFETIME_DAYS } from "#lib/platform/auth/feedback-token.ts";
import { hmac } from "#lib/platform/auth/hmac.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { clientNetwork } from "#lib/platform/rate-limit/client-address.ts";
import { toRater, userOfRater } from "./rater.ts";
import type { PageSubmitter, Submitter } from "./submitter.ts";
import { type VoteOrigin, voteOrigin } from "./vote-origin.ts";

/** What a request body says about its sender. */
export interface StatedIdentity {
  /** Absent for a score of a session, which only servers can send. */
  interaction_id?: string | undefined;
  /** Who rates; defaults to a user. */
  source?: FeedbackSource | undefined;
  user_id?: string | undefined;
  session_id?: string | undefined;
  device_id?: string | undefined;
  feedback_token?: string | undefined;
}

/** What is needed to identify a rater: how IDs are hashed, and the time. */
interface Hashing {
  hashUser(id: string): string;
  now: Date;
}

/**
 * A rater not named by a token. If the interaction does name a user or session, as older tokens did not say,
 * the event is theirs; otherwise it takes one of the answer's places for anonymous raters.
 */
export interface Unproven {
  statedUser: string | undefined;
  statedSession: string | undefined;
  /** HMAC of the client's address, specific to this interaction. */
  address: string;
  perAnswer: number;
  perAddress: number;
}

/** The rater of an event, as far as its sender can prove it. */
export interface AuthorizedRater {
  /** For the event's row. */
  columns: Pick<RaterRow, "rater" | "user_hash" | "unproven" | "origin">;
  /** Who the body says it is from, to tell a retry from another event; with zero or one device. */
  stated: { rater: string; user_hash: string | undefined; device: string[] };
  /** The earliest time the event can have; null if the sender is trusted. */
  earliest: Date | null;
}

/** The time of an event: as stated by its sender, within limits, or else the current time. */
export function eventTime(stated: Date | undefined, { earliest }: AuthorizedRater, now: Date): Date {
  if (stated === undefined) return now;
  return earliest !== null && stated < earliest ? earliest : stated;
}

/** The columns of an event's row that identify its rater. Fields are named like the columns. */
export interface RaterRow {
  project_id: string;
  interaction_id: string | null;
  rater: string;
  user_hash: string | undefined;
  /** Null once the rater is determined. */
  unproven: Unproven | null;
  /** Where it came from if sent with a publishable key; not kept for pending events. */
  origin: VoteOrigin | undefined;
}

/**
 * Determines the rater of an event. A server can name anyone. A page needs the interaction's token and is
 * only trusted with the user or session in the token, or else with its device.
 * @throws Problem 403 for an invalid token, or if the body states a different user or session than the token;
 * 400 if a page names no interaction.
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
  // No valid token belongs to an answer older than this.
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
 * Checks the interaction's token of a page.
 * @returns the rater in the token; null if it names none.
 * @throws Problem 403 for an invalid token.
 */
const requireToken = (
  { project, feedbackToken }: PageSubmitter,
  body: { interaction_id: string; feedback_token?: string | undefined },
  now: Date,
): string | null =>
  requireFeedbackToken(body.feedback_token ?? feedbackToken, project, body.interaction_id, now);

/** A token belongs to one answer and proves nothing about the rest of its session. */
function sessionRefusal(): Problem {
  const message = "is required: a score of a whole session may be sent with a secret key only";
  return new Problem("invalid_body", `interaction_id ${message}.`, {
    errors: [{ path: "interaction_id", message }],
  });
}

/**
 * Rejects fields that pages cannot send.
 * @throws Problem 400 that names them.
 */
export function refuseServerFields(from: Submitter, names: readonly string[]): void {
  if (from.kind === "server" || names.length === 0) return;
  const errors = names.map((path) => ({ path, message: "may be sent with a secret key only" }));
  throw new Problem("invalid_body", `${names.join(", ")} may be sent with a secret key only.`, { errors });
}

/**
 * @throws Problem 400 if the header is not a valid ID.
 */
function deviceOf({ deviceId }: Submitter): string | undefined {
  if (deviceId === null) return undefined;
  const parsed = idSchema.safeParse(deviceId);
  if (parsed.success) return parsed.data;
  throw new Problem("invalid_header", `X-Device-Id ${parsed.error.issues[0]?.message ?? "is invalid"}.`);
}

/**
 * The stored form of a voter's address, which does not reveal whether two answers were rated from the same
 * one.
 */
const voterAddress = (userHashKey: Uint8Array, interactionId: string, address: string): string =>
  hmac(userHashKey, `voter ${JSON.stringify([interactionId, clientNetwork(address)])}`).digest("base64url");

/** Why an event is rejected because of its rater. */
export type RaterFault = "token_for_other_user" | "token_for_other_session" | "too_many_voters";

/**
 * The conflict between what a body says about its sender and the `holder` that the answer was given to; null
 * if there is none.
 */
export function identityFault(
  holder: string,
  statedUser: string | undefined,
  statedSession: string | undefined,
): RaterFault | null {
  const user = userOfRater(holder);
  if (user !== undefined)
    return statedUser === undefined || statedUser === user ? null : "token_for_other_user";
  // The answer was given to this session; a stated user does not override it.
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

/** The error for a rater fault. */
export const raterRefusal = (fault: RaterFault): Problem => new Problem(fault, faults[fault]);
