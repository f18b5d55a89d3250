import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { db } from "#lib/platform/db/client";
import { env } from "#lib/platform/env";
import { PASSWORD_MAX, PASSWORD_MIN } from "./fields.ts";
import { authSecret } from "./installation.ts";

async function build() {
  const { PUBLIC_URL } = env();
  return betterAuth({
    database: prismaAdapter(db(), { provider: "postgresql" }),
    secret: await authSecret(),
    ...(PUBLIC_URL ? { baseURL: PUBLIC_URL } : {}),
    // Accounts are made by /setup and the admin command, never by a visitor.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    rateLimit: { enabled: true, storage: "database", modelName: "authRateLimit", window: 60, max: 100 },
    advanced: { useSecureCookies: PUBLIC_URL?.startsWith("https:") ?? false },
    // Names and pictures are not changed here yet; what better-auth would take for them is not bounded.
    disabledPaths: ["/update-user", "/change-email", "/delete-user"],
    telemetry: { enabled: false },
    plugins: [nextCookies()],
  });
}

/** better-auth on our database: sign-in, sign-out and sessions of people. */
export type Auth = Awaited<ReturnType<typeof build>>;

const shared = globalThis as { whetstoneAuth?: Promise<Auth> | undefined };

/** This process's better-auth, built on first use; a build that failed is tried again. */
export function auth(): Promise<Auth> {
  shared.whetstoneAuth ??= build().catch((error: unknown) => {
    shared.whetstoneAuth = undefined;
    throw error;
  });
  return shared.whetstoneAuth;
}
