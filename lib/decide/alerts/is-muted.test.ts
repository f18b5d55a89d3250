import { expect, it } from "vitest";
import type { MuteWindow } from "#lib/domain/alert-rule.ts";
import { isMuted } from "./index.ts";

const nights: MuteWindow = {
  ...{ type: "weekly", weekdays: [1, 2, 3, 4, 5], from: "22:00", to: "06:00", tz: "Europe/Berlin" },
};
const weekend: MuteWindow = { type: "weekly", weekdays: [6, 7], from: "00:00", to: "00:00", tz: "UTC" };
const once: MuteWindow = {
  ...{ type: "once", from: new Date("2026-12-01T10:00:00Z"), until: new Date("2026-12-01T12:00:00Z") },
};

// 2026-11-30 is a Monday; Berlin is an hour ahead of UTC in winter, two in summer.
it.each<[string, MuteWindow, string, boolean]>([
  ["before the night", nights, "2026-11-30T20:59:00Z", false],
  ["when it begins", nights, "2026-11-30T21:00:00Z", true],
  ["after midnight", nights, "2026-12-01T01:00:00Z", true],
  ["when it ends", nights, "2026-12-01T05:00:00Z", false],
  ["in the night from Friday to Saturday", nights, "2026-12-05T02:00:00Z", true],
  ["in the night from Sunday to Monday", nights, "2026-11-30T02:00:00Z", false],
  ["in summer, an hour earlier", nights, "2026-07-06T20:00:00Z", true],
  ["on Saturday", weekend, "2026-12-05T12:00:00Z", true],
  ["until the end of Sunday", weekend, "2026-12-06T23:59:00Z", true],
  ["not on Monday", weekend, "2026-12-07T00:00:00Z", false],
  ["not on Friday", weekend, "2026-12-04T23:59:00Z", false],
  ["once", once, "2026-12-01T10:00:00Z", true],
  ["not after that", once, "2026-12-01T12:00:00Z", false],
])("%s", (_, window, at, muted) => expect(isMuted([window], new Date(at))).toBe(muted));

it("is never where there is no window", () => expect(isMuted([], new Date())).toBe(false));
