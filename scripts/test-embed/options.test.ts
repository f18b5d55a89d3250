import { expect, it } from "vitest";
import { embedApps } from "./apps.ts";
import { embedOptions } from "./options.ts";

it("tests all apps unless some are named", () => {
  expect(embedOptions([])).toEqual({ apps: embedApps, screenshots: undefined, grep: undefined });
  const { apps, screenshots } = embedOptions(["--app", "page", "--app", "next", "--screenshots", "shots"]);
  expect(apps.map(({ name }) => name)).toEqual(["next", "page"]);
  expect(screenshots).toBe("shots");
});

it.each([
  [["--app", "angular"], "Unknown app “angular”."],
  [["--apps"], "Unknown option '--apps'"],
])("rejects %j by name", (args, words) => {
  expect(() => embedOptions(args)).toThrow(words);
});
