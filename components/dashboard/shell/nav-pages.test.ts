import { expect, it } from "vitest";
import { isHere, navPages as pages } from "./nav-pages.ts";

it.each([
  ["/demo", "Overview"],
  ["/demo/trends", "Trends"],
  ["/demo/interactions", "Interactions"],
  ["/demo/interactions/abc", "Interactions"],
  ["/demo/scores", "Scores"],
  ["/demo/pending", "Interactions"],
  ["/demo/bursts", "Bursts"],
  ["/demo/prompts", "Prompts"],
  ["/demo/prompts/reply/edit", "Prompts"],
  ["/demo/new-prompt", "Prompts"],
  ["/demo/impact/new", "Impact"],
  ["/demo/prompt-versions", "Prompt versions"],
  ["/demo/experiments/short-answers", "Experiments"],
  ["/demo/new-experiment", "Experiments"],
  ["/demo/notifications", "Notifications"],
  ["/demo/settings", "Settings"],
])("at %s the one page that is lit is %s", (here, label) => {
  expect(pages.filter((page) => isHere(page, "/demo", here)).map((page) => page.label)).toEqual([label]);
});

it("lights nothing for an address that only begins alike", () => {
  expect(pages.some((page) => isHere(page, "/demo", "/demo/modelsx"))).toBe(false);
});
