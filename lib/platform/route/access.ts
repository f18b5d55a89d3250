import type { ApiKeyKind } from "#lib/domain/api-key.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { parseKeyKind } from "../api-keys/api-key.ts";
import { authenticateKey, type KeyCaller } from "../api-keys/authenticate-key.ts";
import { originAllowed } from "../api-keys/origins.ts";
import { isOwnOrigin } from "../auth/own-origin.ts";
import type { Action } from "../auth/permissions.ts";
import { requireOwnPage } from "../auth/require-own-page.ts";
import { type Membership, requireMembership, requireSession, type SignedIn } from "../auth/session.ts";

/** The values of the [parts] of an address; a [...part] has several. */
export type AddressParams = Record<string, string | string[]>;

/** Who may call a route. There is no default: a route that does not say does not compile. */
export type Access =
  | { by: "anyone" }
  | { by: "key"; kinds: readonly [ApiKeyKind, ...ApiKeyKind[]]; inAddress?: true }
  | { by: "person" }
  | { by: "member"; may: Action };

/** No credentials asked for. */
export const anyone = { by: "anyone" } as const;

/** Servers, with a secret key. */
export const secretKey = { by: "key", kinds: ["secret"] } as const;

/** Servers with a secret key, and browsers with a publishable one. */
export const anyKey = { by: "key", kinds: ["secret", "publishable"] } as const;

/** The same, and pages that are being left: `navigator.sendBeacon` sends no header, so the key may stand in the address. */
export const anyKeyOrBeacon = { ...anyKey, inAddress: true } as const;

/** Anybody who is signed in. */
export const person = { by: "person" } as const;

/** A member of the project in the address (`:project_id`) whose role may do this. */
export const member = <const A extends Action>(may: A) => ({ by: "member", may }) as const;

/** What a handler learns of its caller, by the access that its route declares. */
export type CallerOf<A extends Access> = A extends { by: "key" }
  ? KeyCaller
  : A extends { by: "person" }
    ? SignedIn
    : A extends { by: "member" }
      ? Membership & { user: SignedIn }
      : null;

type Caller = KeyCaller | SignedIn | (Membership & { user: SignedIn }) | null;

/**
 * Finds out who calls and whether they may.
 * @throws Problem 401 or 403 (404 for a project that is not theirs to know of).
 */
export async function authorise(access: Access, request: Request, params: AddressParams): Promise<Caller> {
  if (access.by === "anyone") return null;
  if (access.by === "key") return authoriseKey(access, request);
  requireOwnPage(request);
  const user = await requireSession(request.headers);
  if (access.by === "person") return user;
  return { ...(await requireMembership(user, String(params.project_id), access.may)), user };
}

async function authoriseKey(
  { kinds, inAddress }: Extract<Access, { by: "key" }>,
  request: Request,
): Promise<KeyCaller> {
  const header = request.headers.get("authorization") ?? (inAddress ? keyInAddress(request) : null);
  const caller = await authenticateKey(header, kinds);
  const origin = request.headers.get("origin");
  if (
    caller.kind === "publishable" &&
    origin &&
    !isOwnOrigin(request.headers, origin) &&
    !originAllowed(origin, caller.allowedOrigins)
  ) {
    throw new Problem(
      "origin_not_allowed",
      `This key may not be used from ${origin}. Add the origin to the key on the settings page.`,
    );
  }
  return caller;
}

/**
 * The publishable key in `?key=`, as an Authorization header would have it.
 * @throws Problem 403 for a secret key: addresses end up in logs.
 */
function keyInAddress(request: Request): string | null {
  const key = new URL(request.url).searchParams.get("key");
  if (key === null) return null;
  if (parseKeyKind(key) !== "secret") return `Bearer ${key}`;
  throw new Problem(
    "key_kind_not_allowed",
    "A secret key must not stand in an address. Send it as “Authorization: Bearer sk_…”, and replace this one.",
  );
}
