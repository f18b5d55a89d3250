import type { ApiKeyKind } from "#lib/domain/api-key.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { parseKeyKind } from "../api-keys/api-key.ts";
import { authenticateKey, type KeyCaller } from "../api-keys/authenticate-key.ts";
import { originAllowed } from "../api-keys/origins.ts";
import { isOwnOrigin } from "../auth/own-origin.ts";
import type { Action } from "../auth/permissions.ts";
import { requireOwnPage } from "../auth/require-own-page.ts";
import { type Membership, requireMembership, requireSession, type SignedIn } from "../auth/session.ts";

/** The values of the [parameters] of a path; a [...parameter] has several. */
export type AddressParams = Record<string, string | string[]>;

/** Who may call a route. There is no default: a route without it does not compile. */
export type Access =
  | { by: "anyone" }
  | { by: "key"; kinds: readonly [ApiKeyKind, ...ApiKeyKind[]]; inAddress?: true }
  | { by: "person" }
  | { by: "member"; may: Action };

/** No credentials required. */
export const anyone = { by: "anyone" } as const;

/** Servers, with a secret key. */
export const secretKey = { by: "key", kinds: ["secret"] } as const;

/** Servers with a secret key, and browsers with a publishable one. */
export const anyKey = { by: "key", kinds: ["secret", "publishable"] } as const;

/** The same, and pages being closed: `navigator.sendBeacon` sends no headers, so the key may be in the URL. */
export const anyKeyOrBeacon = { ...anyKey, inAddress: true } as const;

/** Any signed-in user. */
export const person = { by: "person" } as const;

/** A member of the project in the path (`:project_id`) whose role allows this. */
export const member = <const A extends Action>(may: A) => ({ by: "member", may }) as const;

/** What a handler knows about its caller, depending on the route's access. */
export type CallerOf<A extends Access> = A extends { by: "key" }
  ? KeyCaller
  : A extends { by: "person" }
    ? SignedIn
    : A extends { by: "member" }
      ? Membership & { user: SignedIn }
      : null;

type Caller = KeyCaller | SignedIn | (Membership & { user: SignedIn }) | null;

/**
 * Authenticates and authorizes the caller.
 * @throws Problem 401 or 403 (404 for a project they are not a member of).
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
      `This key cannot be used from ${origin}. Add the origin to the key's allowed origins in the settings.`,
    );
  }
  return caller;
}

/**
 * The publishable key in `?key=`, as an Authorization header.
 * @throws Problem 403 for a secret key, because URLs end up in logs.
 */
function keyInAddress(request: Request): string | null {
  const key = new URL(request.url).searchParams.get("key");
  if (key === null) return null;
  if (parseKeyKind(key) !== "secret") return `Bearer ${key}`;
  throw new Problem(
    "key_kind_not_allowed",
    "Do not send a secret key in a URL. Send it as “Authorization: Bearer sk_…”, and replace this key.",
  );
}
