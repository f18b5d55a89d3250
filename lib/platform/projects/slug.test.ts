import { expect, it } from "vitest";
import { toSlug } from "./slug.ts";

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
