import { describe, expect, it } from "vitest";
import {
  advanceProblem,
  type FixLink,
  openProblem,
  type ProblemEvent,
  type ProblemState,
  type TrackedProblem,
} from "./problem-lifecycle.ts";

const NOW = new Date("2026-11-30T12:00:00Z");
const LATER = new Date("2026-12-03T12:00:00Z");
const link: FixLink = { kind: "prompt_version", template: "summary", version: "v8" };

const events: Record<string, ProblemEvent> = {
  start: { kind: "start", owner: "ada", link },
  link: { kind: "link", link },
  stop: { kind: "stop" },
  ship: { kind: "ship" },
  snooze: { kind: "snooze", until: LATER },
  reopen: { kind: "reopen" },
  worse: { kind: "seen_worse" },
  usual: { kind: "seen_usual" },
  tick: { kind: "tick" },
};

const problemIn = (state: ProblemState): TrackedProblem => ({
  ...openProblem(),
  state,
  owner: state === "fixing" ? "ada" : null,
  fixedAt: ["fixed", "verified", "regressed"].includes(state) ? new Date("2026-11-20") : null,
  snoozedUntil: state === "snoozed" ? LATER : null,
});

/** The state after an event; "–" where nothing changes, "no" where it is refused. */
function after(state: ProblemState, event: ProblemEvent): string {
  const advance = advanceProblem(problemIn(state), event, NOW);
  if ("refused" in advance) return "no";
  return advance.changed ? advance.problem.state : "–";
}

describe("every event in every state", () => {
  const columns = ["start", "link", "stop", "ship", "snooze", "reopen", "worse", "usual", "tick"];
  it.each<[ProblemState, string[]]>([
    ["open", ["fixing", "open", "no", "fixed", "snoozed", "no", "–", "faded", "–"]],
    ["fixing", ["no", "fixing", "open", "fixed", "no", "no", "–", "–", "–"]],
    ["fixed", ["no", "no", "no", "no", "no", "open", "regressed", "verified", "–"]],
    ["verified", ["no", "no", "no", "no", "no", "open", "regressed", "–", "–"]],
    ["regressed", ["fixing", "regressed", "no", "fixed", "snoozed", "no", "–", "faded", "–"]],
    ["snoozed", ["fixing", "snoozed", "no", "fixed", "no", "open", "–", "–", "–"]],
    ["faded", ["fixing", "faded", "no", "fixed", "no", "open", "open", "–", "–"]],
  ])("%s", (state, expected) => {
    const found = columns.map((name) => after(state, events[name] ?? { kind: "tick" }));
    expect(found).toEqual(expected);
  });
});

describe("what is recorded", () => {
  const advanced = (problem: TrackedProblem, event: ProblemEvent, now = NOW) => {
    const advance = advanceProblem(problem, event, now);
    if ("refused" in advance) throw new Error(advance.refused);
    return advance.problem;
  };

  it("is who fixes it and how", () => {
    expect(advanced(openProblem(), { kind: "start", owner: "ada", link })).toMatchObject({
      ...{ state: "fixing", owner: "ada", link },
    });
  });

  it("keeps what was linked before it was started", () => {
    const linked = advanced(openProblem(), { kind: "link", link });
    expect(advanced(linked, { kind: "start", owner: "ada" })).toMatchObject({ owner: "ada", link });
  });

  it("is when it was shipped", () => {
    expect(advanced(problemIn("fixing"), { kind: "ship" })).toMatchObject({ state: "fixed", fixedAt: NOW });
  });

  it("lets a snoozed problem be open again when its time has come, and not before", () => {
    const snoozed = advanced(openProblem(), { kind: "snooze", until: LATER });
    expect(advanced(snoozed, { kind: "tick" }).state).toBe("snoozed");
    expect(advanced(snoozed, { kind: "tick" }, LATER)).toMatchObject({ state: "open", snoozedUntil: null });
  });

  it("goes back to regressed, not to open, where a fix was tried before", () => {
    const regressed = problemIn("regressed");
    const fixing = advanced(regressed, { kind: "start", owner: "ada" });
    expect(advanced(fixing, { kind: "stop" })).toMatchObject({ state: "regressed", owner: null });
    const faded = advanced(regressed, { kind: "seen_usual" });
    expect(advanced(faded, { kind: "seen_worse" }).state).toBe("regressed");
    const snoozed = advanced(regressed, { kind: "snooze", until: LATER });
    expect(advanced(snoozed, { kind: "tick" }, LATER).state).toBe("regressed");
  });

  it("refuses to snooze until a time that is over, and says so", () => {
    expect(advanceProblem(openProblem(), { kind: "snooze", until: NOW }, NOW)).toEqual({
      refused: "A problem is snoozed until a time to come.",
    });
  });
});
