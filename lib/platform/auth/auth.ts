import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { isAPIError } from "better-auth/api";
import { nextCookies } from "better-auth/next-js";
import { processWide } from "#lib/platform/process-wide.ts";
import { db } from "../db/client.ts";
import { log } from "../log.ts";
import { isDatabaseAway } from "../problem/index.ts";
import { PASSWORD_MAX, PASSWORD_MIN } from "./fields.ts";
import { authSecret } from "./installation.ts";
import { isHttps, ownOrigins } from "./own-origin.ts";

async function build(scheme: "http" | "https") {
  return betterAuth({
    database: prismaAdapter(db(), { provider: "postgresql" }),
    secret: await authSecret(),
    // better-auth never sends links here. Without a base URL it would look for one in BASE_URL and the like.
    baseURL: `${scheme}://here.invalid`,
    basePath: "/api/auth",
    trustedOrigins: (request) => (request ? ownOrigins(request.headers) : []),
    // Accounts are created by /setup and the admin command, never by visitors.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    rateLimit: { enabled: true, storage: "database", modelName: "authRateLimit", window: 60, max: 100 },
    // Browsers neither accept nor send Secure cookies over plain http.
    advanced: { useSecureCookies: scheme === "https" },
    // Names and pictures cannot be changed yet, and better-auth does not limit their length.
    disabledPaths: ["/update-user", "/change-email", "/delete-user"],
    telemetry: { enabled: false },
    onAPIError: {
      onError: (error) => {
        // Otherwise it responds with 500 without logging.
        if (isDatabaseAway(error)) throw error;
        if (!isAPIError(error)) log().error({ err: error }, "better-auth failed");
      },
    },
    plugins: [nextCookies()],
  });
}

/** better-auth on our database: sign-in, sign-out and sessions of people. */
export type Auth = Awaited<ReturnType<typeof build>>;

const builds = processWide("auth", (): Partial<Record<"http" | "https", Promise<Auth>>> => ({}));

/** This process's better-auth for this scheme, created on first use and again after a failure. */
function authFor(scheme: "http" | "https"): Promise<Auth> {
  const built = builds();
  built[scheme] ??= build(scheme).catch((error: unknown) => {
    delete built[scheme];
    throw error;
  });
  return built[scheme];
}

/** The better-auth that handles this request: with Secure cookies behind TLS, without them otherwise. */
export const auth = (headers: Headers): Promise<Auth> => authFor(isHttps(headers) ? "https" : "http");

/** The session of a request's cookies, or null. If the scheme is unknown, the cookies of either scheme count. */
export async function readSession(headers: Headers) {
  const known = isHttps(headers);
  const schemes =
    known === null ? (["https", "http"] as const) : [known ? ("https" as const) : ("http" as const)];
  for (const scheme of schemes) {
    const session = await (await authFor(scheme)).api.getSession({ headers });
    if (session) return session;
  }
  return null;
}
