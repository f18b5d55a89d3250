import { expect, it } from "vitest";
import { burstReason, burstState, burstTime, burstTitle } from "./burst-words.ts";

const seen = { votes: 60, expected: 8.2, chance: 3e-14, groups: 12 };

it.each([
  ["token", "60 votes on one answer", "One answer had 60 votes within an hour.", "12 answers"],
  [
    "address",
    "60 votes from one network address",
    "One network address had 60 votes within an hour.",
    "12 network addresses",
  ],
  ["agent", "60 votes from one user agent", "One user agent had 60 votes within an hour.", "12 user agents"],
  ["minute", "60 votes within one minute", "One minute had 60 votes.", "12 minutes"],
] as const)("says what was seen of one %s and why it is a burst", (kind, title, what, groups) => {
  expect(burstTitle({ kind, ...seen })).toBe(title);
  expect(burstReason({ kind, ...seen })).toBe(
    `${what} Expected from this project's history: up to 8. By chance, this happens less than once in 10¹² hours, taking all ${groups} of that hour into account.`,
  );
});

it("says no time twice", () => {
  const [beganAt, endedAt] = [new Date("2026-11-20T14:20:10Z"), new Date("2026-11-20T14:39:00Z")];
  expect(burstTime({ beganAt, endedAt }, "UTC")).toBe("20 Nov 2026, 14:20 to 20 Nov 2026, 14:39");
  expect(burstTime({ beganAt, endedAt: beganAt }, "UTC")).toBe("20 Nov 2026, 14:20");
});

it("says what becomes of it", () => {
  expect(burstState({ leftOut: false, dismissedAt: null })).toBe("Included");
  expect(burstState({ leftOut: true, dismissedAt: null })).toBe("Excluded");
  expect(burstState({ leftOut: false, dismissedAt: new Date() })).toBe("Not a burst");
});
