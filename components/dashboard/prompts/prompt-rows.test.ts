import { describe, expect, it } from "vitest";
import type { PromptMove } from "#lib/act/prompts/index.ts";
import { rate } from "#lib/domain/rate.ts";
import type { LoggedPrompt } from "#lib/evaluate/metrics/index.ts";
import { type PromptFacts, promptRows } from "./prompt-rows.ts";

type Listed = PromptFacts["prompts"][number];

const prompt = (template: string, more: Partial<Listed> = {}): Listed => ({
  ...{ template, managed: true, kind: "text", labels: [], versions: 1, adopted_versions: 0 },
  ...{ newest_version: "v1", newest_at: "2026-11-01T10:00:00Z", last_logged_at: null, archived_at: null },
  ...more,
});
const logged = (promptVersion: string, first: string, last: string): LoggedPrompt => ({
  ...{ promptTemplate: "reply", promptVersion, interactions: 5 },
  ...{ firstAt: new Date(first), lastAt: new Date(last) },
});
const move = (toVersion: string | null, at: string): PromptMove => ({
  ...{
    template: "reply",
    id: "1",
    label: "production",
    fromVersion: "v1",
    toVersion,
    movedBy: "Ada",
    reason: "",
  },
  movedAt: new Date(at),
});
const production = (version: string) => [{ label: "production", version, protected: false }];
const facts = (given: Partial<PromptFacts>): PromptFacts => ({
  ...{ prompts: [prompt("reply")], logged: [], moves: [], metrics: [] },
  ...given,
});
const old = logged("v1", "2026-11-02", "2026-11-20");
const young = logged("v2", "2026-11-05", "2026-11-10");

describe("promptRows", () => {
  it.each<[string, Partial<PromptFacts>, unknown]>([
    ["nothing of a prompt that nobody labeled or logged", {}, null],
    [
      "the version under production",
      { prompts: [prompt("reply", { labels: production("v2") })], logged: [old] },
      { version: "v2", by: "production" },
    ],
    ["else the one that was logged last", { logged: [young, old] }, { version: "v1", by: "interactions" }],
  ])("takes for in use %s", (_, given, inUse) => expect(promptRows(facts(given))[0]?.inUse).toEqual(inUse));

  it("has the rate of the version in use, and of no other prompt or version", () => {
    const metrics = [
      { promptTemplate: "other", promptVersion: "v2", positive: rate(1, 10) },
      { promptTemplate: "reply", promptVersion: "v1", positive: rate(2, 10) },
      { promptTemplate: "reply", promptVersion: "v2", positive: rate(3, 10) },
    ];
    const of = (version: string) =>
      promptRows(facts({ prompts: [prompt("reply", { labels: production(version) })], metrics }))[0]?.positive
        .value;
    expect([of("v1"), of("v2"), of("v3")]).toEqual([0.2, 0.3, null]);
  });

  it.each<[string, Partial<PromptFacts>, string | undefined]>([
    ["a version", {}, "v1 added"],
    ["a moved label", { moves: [move("v1", "2026-11-02")] }, "production → v1"],
    ["a label that was removed", { moves: [move(null, "2026-11-02")] }, "production removed"],
    ["the later of both", { moves: [move("v1", "2026-10-02")] }, "v1 added"],
    [
      "of what is only logged, its newest version",
      { prompts: [prompt("reply", { newest_version: null, newest_at: null })], logged: [old, young] },
      "v2 first used",
    ],
    [
      "nothing of a name without all that",
      { prompts: [prompt("x", { newest_version: null, newest_at: null })] },
      undefined,
    ],
  ])("tells as the last change %s", (_, given, words) =>
    expect(promptRows(facts(given))[0]?.change?.words).toBe(words),
  );

  it("counts managed and adopted versions, has archived prompts last, and looks for names", () => {
    const prompts = [
      prompt("Archived reply", { archived_at: "2026-11-01T00:00:00Z" }),
      prompt("mail", { versions: 2, adopted_versions: 3 }),
      prompt("reply"),
    ];
    const rows = (asked?: string) => promptRows(facts({ prompts }), asked).map(({ template }) => template);
    expect(rows()).toEqual(["mail", "reply", "Archived reply"]);
    expect(rows(" REPLY ")).toEqual(["reply", "Archived reply"]);
    expect(promptRows(facts({ prompts }))[0]?.versions).toBe(5);
  });
});
