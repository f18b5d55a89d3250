import { expect, it } from "vitest";
import { trackingRefused } from "./tracking-refused.ts";

it.each([
  ["nothing said", {}, false],
  ["no wish", { navigator: { doNotTrack: null } }, false],
  ["not specified", { navigator: { doNotTrack: "unspecified" } }, false],
  ["consent", { navigator: { doNotTrack: "0", globalPrivacyControl: false } }, false],
  ["Do Not Track", { navigator: { doNotTrack: "1" } }, true],
  ["Do Not Track of old Firefox", { navigator: { doNotTrack: "yes" } }, true],
  ["Do Not Track of old Safari", { navigator: {}, doNotTrack: "1" }, true],
  ["Global Privacy Control", { navigator: { doNotTrack: null, globalPrivacyControl: true } }, true],
  ["Global Privacy Control in its first form", { navigator: { globalPrivacyControl: "1" } }, true],
])("%s", (_, wishes, refused) => {
  expect(trackingRefused(wishes)).toBe(refused);
});
