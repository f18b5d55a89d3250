import { describe, expect, it } from "vitest";
import { type Alert, type AlertNews, quietAlert } from "#lib/domain/alert.ts";
import { groupNews, type RuleInGroup } from "./group-news.ts";

const AT = new Date("2026-12-01T12:00:00Z");
const EARLIER = new Date("2026-12-01T10:00:00Z");

const problem = { id: "p", scope: { model: "m" }, category: null, harm: 1 };

/** Where a rule stood before a look. */
const before = {
  quiet: { groupKey: null, problemId: null, firingSince: null, toldAt: null },
  fires: { groupKey: "problem:p", problemId: "p", firingSince: EARLIER, toldAt: EARLIER },
  alone: { groupKey: "rule:alone", problemId: null, firingSince: EARLIER, toldAt: EARLIER },
};

/** A step of a rule that tells this. */
function step(kind: AlertNews | null, alert: Partial<Alert>, turned: "firing" | "resolved" | null = null) {
  return { alert: { ...quietAlert(AT), ...alert }, news: kind && { kind, id: `news ${kind}` }, turned };
}

const firing = step("firing", { firingSince: AT }, "firing");
const resolved = step("resolved", { firingSince: null }, "resolved");
const still = step("still_firing", { firingSince: EARLIER });

const rule = (id: string, change: Partial<RuleInGroup>): RuleInGroup => ({
  ...{ id, metric: "positive_rate", scope: {}, before: before.quiet, step: null },
  ...change,
});

const told = (rules: RuleInGroup[], problems = [problem]) =>
  groupNews(rules, problems).messages.map(({ kind, rules: ids }) => `${kind} ${ids.join(" ")}`);

describe("rules that one problem explains", () => {
  it("fire in one message", () => {
    const rules = [rule("b", { step: firing }), rule("a", { step: firing })];
    expect(told(rules)).toEqual(["firing a b"]);
    expect(groupNews(rules, [problem]).firesFor.get("a")).toEqual({ groupKey: "problem:p", problemId: "p" });
  });

  it("fire without a word where it was told already", () => {
    expect(told([rule("a", { before: before.fires }), rule("b", { step: firing })])).toEqual([]);
  });

  it("are told where the one before was in a mute window", () => {
    const muted = { ...before.fires, toldAt: null };
    expect(told([rule("a", { before: muted }), rule("b", { step: firing })])).toEqual(["firing b"]);
  });

  it("are over when the last of them is", () => {
    const over = rule("a", { before: before.fires, step: resolved });
    expect(told([over, rule("b", { before: before.fires })])).toEqual([]);
    expect(told([over, rule("b", { before: before.fires, step: resolved })])).toEqual(["resolved a b"]);
  });

  it("are told again by the one that fired first", () => {
    const first = rule("b", { before: { ...before.fires, firingSince: new Date(0) }, step: null });
    expect(told([rule("a", { before: before.fires, step: still }), first])).toEqual([]);
    expect(told([rule("a", { before: before.fires, step: still })])).toEqual(["still_firing a"]);
  });
});

it("rules that no problem explains are told each by itself", () => {
  expect(told([rule("a", { step: firing }), rule("b", { step: firing })], [])).toEqual([
    "firing a",
    "firing b",
  ]);
});

it("a rule that fires finds its problem later, and keeps it", () => {
  const found = groupNews(
    [rule("a", { before: before.alone, step: step(null, { firingSince: EARLIER }) })],
    [problem],
  );
  expect(found.firesFor.get("a")).toEqual({ groupKey: "problem:p", problemId: "p" });
  const gone = groupNews(
    [rule("a", { before: before.fires, step: step(null, { firingSince: EARLIER }) })],
    [],
  );
  expect(gone.firesFor.get("a")).toEqual({ groupKey: "problem:p", problemId: "p" });
});

it("missing data of several rules is one message", () => {
  const silent = step("no_data", { state: "no_data" });
  expect(told([rule("a", { step: silent }), rule("b", { step: silent, metric: "answers" })])).toEqual([
    "no_data a b",
  ]);
});

it("a rule that was not looked at tells nothing and stays as it is", () => {
  const { firesFor, messages } = groupNews([rule("a", { before: before.fires })], [problem]);
  expect([firesFor.size, messages]).toEqual([0, []]);
});
