import { expect, it } from "vitest";
import { isSlug, toSlug } from "./slug.ts";

it.each([
  ["Support Copilot", "support-copilot"],
  ["Überprüfung & Qualität", "uberprufung-qualitat"],
  ["  --Hello--  ", "hello"],
  ["日本語", "project"],
  ["api", "api-project"],
  ["Embed", "embed-project"],
  ["Sign in", "sign-in-project"],
  ["x".repeat(80), "x".repeat(48)],
])("a project called %j lives at /%s", (name, slug) => {
  expect(toSlug(name)).toBe(slug);
});

it.each([
  ["support-copilot-2", true],
  [`${"x".repeat(47)}-`, true],
  ["", false],
  ["a\u0000", false],
  ["Support", false],
  ["a/b", false],
])("%j can be a slug: %s", (text, possible) => expect(isSlug(text)).toBe(possible));
