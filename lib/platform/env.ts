import { z } from "zod";

const placeholder = /^(change.?me|secret|password|example|placeholder|your[-_ ].*|x+|todo|test)$/i;

/** A list of texts by commas. */
const listSchema = z
  .string()
  .default("")
  .transform((list) =>
    list
      .split(",")
      .map((entry) => entry.trim())
      .filter(Boolean),
  );

/** A sender as mails have it: ada@example.com, or Ada <ada@example.com>. */
const isSender = (text: string): boolean =>
  z.email().safeParse(/^[^<>\p{Cc}]*<([^<>]+)>$/u.exec(text)?.[1] ?? text).success;

const variables = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      "Connection string of your own PostgreSQL, version 15 or newer. If unset, Whetstone runs an embedded one.",
    ),
  WHETSTONE_DATA: z.string().min(1).default(".data").describe("Data folder of the embedded PostgreSQL."),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe("The port to listen on."),
  HOST: z.string().min(1).optional().describe("The address to listen on. If unset, all network interfaces."),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => new URL(url).href === `${new URL(url).origin}/`, {
      error: "must be a scheme and host only, without a path: Whetstone is served from the root of its host",
      when: ({ issues }) => issues.length === 0,
    })
    .transform((url) => new URL(url).origin)
    .optional()
    .describe(
      "The URL at which people open Whetstone, if not http://localhost:PORT (for example behind a proxy).",
    ),
  TRUSTED_PROXIES: listSchema
    .pipe(z.array(z.union([z.ipv4(), z.ipv6()], "must be a comma-separated list of IP addresses")))
    .describe(
      "Comma-separated IP addresses of your reverse proxies. X-Forwarded-For, -Host and -Proto are trusted only from these.",
    ),
  CONNECTIONS_PER_ADDRESS: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(500)
    .describe("Maximum concurrent connections per client address. Does not apply to trusted proxies."),
  PAGES_AT_ONCE: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000)
    .default(8)
    .describe("Maximum number of pages rendered concurrently. Further requests wait."),
  WEB_PROCESSES: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(1)
    .describe("Number of server processes sharing the port. At most one per CPU core."),
  AUTH_SECRET: z
    .string()
    .min(32, "must be at least 32 characters")
    .refine(
      (value) => !placeholder.test(value) && new Set(value).size > 8,
      "is a placeholder; use a random value",
    )
    .optional()
    .describe(
      "Secret for signing sessions and tokens: at least 32 random characters. If unset, one is generated and stored in the database.",
    ),
  LLM_BASE_URL: z
    .url()
    .optional()
    .describe(
      "Base URL of an OpenAI-compatible API for playground drafts, bench runs and names of themes. If unset, drafts are built in and no version can be run.",
    ),
  LLM_API_KEY: z.string().min(1).optional().describe("API key for LLM_BASE_URL."),
  LLM_MODEL: z.string().min(1).optional().describe("Model name for LLM_BASE_URL."),
  THEME_TOKENS_PER_DAY: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .default(50_000)
    .describe(
      "Maximum tokens per project and day (UTC) for naming themes with that model; 0 to send it no comments. Without a model, themes are named by their words.",
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      "Mail server for notifications: smtp://user:password@host:587, or smtps:// for TLS from the start. If unset, no mail is sent. Mail needs MAIL_FROM and PUBLIC_URL, too.",
    ),
  MAIL_FROM: z
    .string()
    .refine(isSender, "must be an email address, or Name <address>")
    .optional()
    .describe("Sender of all mail, which the mail server must allow. Required with SMTP_URL."),
  NOTIFICATION_HOSTS: listSchema
    .pipe(
      z.array(
        z
          .string()
          .regex(/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i, "must be a comma-separated list of hosts"),
      ),
    )
    .describe(
      "Comma-separated hosts (host or host:port) that notifications may be sent to although they are not public, over http, too.",
    ),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .describe("Log level: fatal, error, warn, info, debug, trace or silent."),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

/** All environment variables, each with its description. */
export const environment = variables.refine(
  ({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined,
  { path: ["MAIL_FROM"], error: "must be set, too, where SMTP_URL is" },
);

/** The validated environment. */
export type Environment = z.infer<typeof environment>;

let known: Environment | undefined;

/**
 * The environment, read and validated on first use.
 * @throws Error that lists every invalid variable and what was expected.
 */
export function env(): Environment {
  known ??= parseEnvironment(process.env);
  return known;
}

/**
 * Validates a set of variables; empty values count as absent.
 * @throws Error that lists every invalid variable.
 */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${String(issue.path[0])} ${issue.message}`);
  throw new Error(`Invalid environment variables:\n${faults.join("\n")}`);
}
