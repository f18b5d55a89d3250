import { expect, it } from "vitest";
import { formatFailure } from "./failure.ts";

const settings = { baseUrl: "http://models.test/v1", model: "small", timeoutMs: 1_000 };

it.each(["not_found", "refused", "empty", "too_long"] as const)(
  "%s: names what named the model",
  (failure) => {
    expect(formatFailure(failure, settings)).toMatch(/LLM_MODEL/);
    const ofVersion = formatFailure(failure, settings, { namedBy: "version" });
    expect(ofVersion).toMatch(/model_name/);
    expect(ofVersion).not.toMatch(/LLM_MODEL|restart/);
  },
);

it.each([
  [{}, "The model server at models.test limits requests. Try again later."],
  [
    { attempts: 3, retryAfterMs: 1_500 },
    "The model server at models.test limits requests, also at attempt 3. It asks to wait 2 seconds more. Try again later.",
  ],
])("says of a limit what is known: %j", (facts, words) =>
  expect(formatFailure("busy", settings, facts)).toBe(words),
);
