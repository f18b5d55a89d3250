import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { environment, parseEnvironment } from "./env.ts";

describe("the environment", () => {
  it("has a default for everything", () => {
    expect(parseEnvironment({})).toMatchObject({ PORT: 3000, WHETSTONE_DATA: ".data", LOG_LEVEL: "info" });
  });

  it("takes an empty value for an absent one", () => {
    expect(parseEnvironment({ DATABASE_URL: "" }).DATABASE_URL).toBeUndefined();
  });

  it("takes PUBLIC_URL for an origin, however it is written", () => {
    expect(parseEnvironment({ PUBLIC_URL: "https://Feedback.Example:443/" }).PUBLIC_URL).toBe(
      "https://feedback.example",
    );
  });

  it.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://localhost/db"],
    ["PUBLIC_URL", "example.com"],
    ["PUBLIC_URL", "https://example.com/whetstone"],
    ["PUBLIC_URL", "https://ada:secret@example.com"],
    ["AUTH_SECRET", "short"],
    ["AUTH_SECRET", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"],
    ["LOG_LEVEL", "loud"],
    ["CONNECTIONS_PER_ADDRESS", "0"],
    ["PAGES_AT_ONCE", "many"],
    ["WEB_PROCESSES", "0"],
    ["WEB_PROCESSES", "auto"],
    ["TRUSTED_PROXIES", "10.0.0.1, proxy.local"],
    ["SMTP_URL", "https://mail.example.com"],
    ["MAIL_FROM", "Whetstone"],
    ["MAIL_FROM", "Whetstone <nobody>"],
    ["NOTIFICATION_HOSTS", "https://hooks.internal"],
  ])("refuses %s=%s and names it", (name, value) => {
    expect(() => parseEnvironment({ [name]: value })).toThrow(
      new RegExp(`^Invalid environment variables:\n  ${name} `),
    );
  });
});

it("takes a sender with a name, and wants one where there is a mail server", () => {
  const SMTP_URL = "smtp://localhost:25";
  const MAIL_FROM = "Whetstone <quality@example.com>";
  expect(parseEnvironment({ SMTP_URL, MAIL_FROM })).toMatchObject({ MAIL_FROM, NOTIFICATION_HOSTS: [] });
  expect(() => parseEnvironment({ SMTP_URL })).toThrow("  MAIL_FROM must be set, too, where SMTP_URL is");
});

/** What `.env.example` says of every variable that is meant to be set; `vitest -u` writes it. */
function envExample(): string {
  const variables = Object.entries(environment.shape).flatMap(([name, schema]) => {
    const known = schema.safeParse(undefined).data ?? "";
    return schema.description ? `# ${schema.description}\n# ${name}=${known}\n` : [];
  });
  return ["# Copy this file to .env and set what you need. `npm start` reads it.\n", ...variables].join("\n");
}

it("is documented in .env.example, variable by variable", async () => {
  await expect(envExample()).toMatchFileSnapshot("../../.env.example");
});

it("is handed on by compose.yaml, but for where the container listens and what it keeps", () => {
  const { services } = parse(readFileSync("compose.yaml", "utf8"));
  const described = Object.entries(environment.shape).filter(([, { description }]) => description);
  const own = ["WHETSTONE_DATA", "PORT", "HOST"];
  const names = described.map(([name]) => name).filter((name) => !own.includes(name));
  expect(Object.keys(services.whetstone.environment).sort()).toEqual(names.sort());
});
