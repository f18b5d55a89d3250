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
    // No link of better-auth's is ever sent. Without an address of ours it would look for one in BASE_URL and the like.
    baseURL: `${scheme}://here.invalid`,
    basePath: "/api/auth",
    trustedOrigins: (request) => (request ? ownOrigins(request.headers) : []),
    // Accounts are made by /setup and the admin command, never by a visitor.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    rateLimit: { enabled: true, storage: "database", modelName: "authRateLimit", window: 60, max: 100 },
    // A browser neither takes Secure cookies over plain http nor sends them.
    advanced: { useSecureCookies: scheme === "https" },
    // Names and pictures are not changed here yet; what better-auth would take for them is not bounded.
    disabledPaths: ["/update-user", "/change-email", "/delete-user"],
    telemetry: { enabled: false },
    onAPIError: {
      onError: (error) => {
        // Else it answers 500 without a word.
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

/** This process's better-auth for pages of this scheme, built on first use; a build that failed is tried again. */
function authFor(scheme: "http" | "https"): Promise<Auth> {
  const built = builds();
  built[scheme] ??= build(scheme).catch((error: unknown) => {
    delete built[scheme];
    throw error;
  });
  return built[scheme];
}

/** The better-auth that answers this request and makes its cookies: Secure ones behind TLS, others where there is none. */
export const auth = (headers: Headers): Promise<Auth> => authFor(isHttps(headers) ? "https" : "http");

/** The session behind a request's cookies, or null. Where nothing tells the scheme, the cookies of either count. */
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
