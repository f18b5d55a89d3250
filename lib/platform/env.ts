import { z } from "zod";

const placeholder = /^(change.?me|secret|password|example|placeholder|your[-_ ].*|x+|todo|test)$/i;

/** Every variable that is read, each with what it is for. */
export const environment = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe("Your own PostgreSQL, 15 or newer; Whetstone starts one without it."),
  WHETSTONE_DATA: z
    .string()
    .min(1)
    .default(".data")
    .describe("The folder in which its own PostgreSQL keeps its data."),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe("The port that it answers at."),
  HOST: z
    .string()
    .min(1)
    .optional()
    .describe("The address that it listens on; all of the machine's without it."),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => new URL(url).href === `${new URL(url).origin}/`, {
      error: "must be a scheme and a host alone: Whetstone answers at the root of its host",
      when: ({ issues }) => issues.length === 0,
    })
    .transform((url) => new URL(url).origin)
    .optional()
    .describe("The address that people open, where it is not http://localhost:PORT (behind a proxy)."),
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((address) => address.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.union([z.ipv4(), z.ipv6()], "has something that is no IP address")))
    .describe(
      "Addresses of the proxies in front, by commas: only their X-Forwarded-For, -Host and -Proto are believed.",
    ),
  CONNECTIONS_PER_ADDRESS: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(500)
    .describe("How many connections one address may have at once, where it is not a trusted proxy's."),
  PAGES_AT_ONCE: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000)
    .default(8)
    .describe("How many pages are drawn at once; further ones wait."),
  WEB_PROCESSES: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(1)
    .describe("How many processes share the port: at most one for each core."),
  AUTH_SECRET: z
    .string()
    .min(32, "must have at least 32 characters")
    .refine(
      (value) => !placeholder.test(value) && new Set(value).size > 8,
      "is a placeholder; use a random value",
    )
    .optional()
    .describe(
      "Signs sessions and tokens: 32 random characters or more. One is made, and kept in the database, without it.",
    ),
  LLM_BASE_URL: z
    .url()
    .optional()
    .describe(
      "An API like OpenAI's, whose model writes the playground's drafts; without it they are built in.",
    ),
  LLM_API_KEY: z.string().min(1).optional().describe("The key of that API."),
  LLM_MODEL: z.string().min(1).optional().describe("The name of that model."),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .describe("What is logged: fatal, error, warn, info, debug, trace or silent."),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

/** What the process was told from outside, checked once. */
export type Environment = z.infer<typeof environment>;

let known: Environment | undefined;

/**
 * The environment, read and checked on first use.
 * @throws Error that names every variable with a bad value and what was expected.
 */
export function env(): Environment {
  known ??= parseEnvironment(process.env);
  return known;
}

/**
 * Checks a set of variables; an empty value counts as absent.
 * @throws Error that names every variable with a bad value.
 */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${String(issue.path[0])} ${issue.message}`);
  throw new Error(`The environment has values that cannot be used:\n${faults.join("\n")}`);
}
