import { describe, expect, it } from "vitest";
import type { InboxStep } from "#lib/domain/inbox.ts";
import { formatOutcome, formatState, formatStep } from "./inbox-words.ts";

const item = { state: "read", assignee: null, waitingUntil: null, resolution: null, fixedIn: null } as const;
const at = new Date("2026-12-02T09:00:00Z");

describe("formatState", () => {
  it.each([
    ["Read", item],
    ["Assigned to Ada", { ...item, state: "assigned", assignee: { name: "Ada" } }],
    ["Assigned to nobody", { ...item, state: "assigned" }],
    ["Waiting until 2 Dec 2026, 09:00", { ...item, state: "waiting", waitingUntil: at }],
    ["Waiting for its problem", { ...item, state: "waiting" }],
    ["Won’t fix", { ...item, state: "resolved", resolution: "wont_fix" }],
    [
      "Fixed in answer v3",
      { ...item, state: "resolved", resolution: "fixed", fixedIn: { template: "answer", version: "v3" } },
    ],
  ] as const)("says %s", (words, given) => expect(formatState(given, "UTC")).toBe(words));
});

describe("formatStep", () => {
  const nameOf = (id: string) => (id === "u1" ? "Ada" : "somebody who left");
  it.each<[string, InboxStep, Record<string, unknown>]>([
    ["assigned it to Ada", "assigned", { assignee: "u1" }],
    ["assigned it to somebody who left", "assigned", { assignee: "u2" }],
    ["lets it wait until 2 Dec 2026, 09:00", "waiting", { waiting_until: at.toISOString() }],
    ["resolved it: fixed in answer v3", "resolved", { prompt_template: "answer", prompt_version: "v3" }],
    ["resolved it: not a problem", "resolved", { resolution: "not_a_problem" }],
    ["added the tags “a”, “b” and took away the tag “c”", "tagged", { added: ["a", "b"], removed: ["c"] }],
  ])("says: %s", (words, step, change) => expect(formatStep({ step, change }, nameOf, "UTC")).toBe(words));
});

describe("formatOutcome", () => {
  it("says how many, why some not, and that there is more", () => {
    expect(formatOutcome("resolved", { changed: ["a"], refused: [], more: false })).toBe("1 item resolved.");
    const refused = [{ message: "It is resolved." }];
    expect(formatOutcome("waiting", { changed: [], refused, more: true })).toBe(
      "0 items waiting. 1 item could not be changed: It is resolved. More items match. Do it again for the next.",
    );
  });
});
