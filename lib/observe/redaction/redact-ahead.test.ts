import { expect, it } from "vitest";
import { countTurns } from "#lib/platform/threads/testing/count-turns.ts";
import { redactAhead } from "./redact-ahead.ts";
import { type Redactor, redactorFor } from "./redactor.ts";

const settings = { enabled: true, skippedKinds: [], patterns: [{ name: "ticket", pattern: "T-[0-9]+" }] };

/** The parts of an event that are redacted: some are text, some are JSON with meaningful field names. */
const make = (event: { text: string; more: object }) => (redact: Redactor) => ({
  text: redact.text(event.text),
  more: redact.json(event.more),
});

it.each([
  ["a small event", "Write to ann@example.com about T-17."],
  ["a large event", "Write to ann@example.com about T-17. ".repeat(3_000)],
])("redacts %s like the redactor", async (_case, text) => {
  const event = { text, more: { phone: "4155552671", list: [text] } };
  const expected = make(event)(redactorFor(settings));
  expect(expected.text).not.toContain("ann@");
  expect(make(event)(await redactAhead(settings, event, make(event)))).toEqual(expected);
});

it("does not block others while it searches a megabyte", async () => {
  const event = {
    text: "10.0.0.1 ".repeat(11_000),
    more: Array.from({ length: 3 }, () => "a@b ".repeat(25_000)),
  };
  const { turns } = await countTurns(redactAhead(settings, event, make(event)));
  expect(turns).toBeGreaterThan(100);
});

it("leaves an event unchanged if redaction is off", async () => {
  const event = { text: "ann@example.com ".repeat(1_000), more: {} };
  const redactor = await redactAhead({ ...settings, enabled: false }, event, make(event));
  expect(redactor.text(event.text)).toBe(event.text);
});
