import { describe, expect, it } from "vitest";
import { type Alert, type Outcome, quietAlert } from "#lib/domain/alert.ts";
import { alertRuleSchema, type SentAlertRule } from "#lib/domain/alert-rule.ts";
import { stepAlert } from "./index.ts";

const START = Date.parse("2026-11-30T00:00:00Z");

const rule = (change: Partial<SentAlertRule> = {}) => ({
  ...alertRuleSchema.parse({
    ...{ name: "r", metric: "positive_rate", condition: { type: "change", by: 0.1 } },
    ...{ for_minutes: 120, resolve_minutes: 120, renotify_minutes: null },
    ...change,
  }),
  id: "r1",
});

const outcomes: Record<string, Outcome> = { b: "bad", g: "good", "-": "between", "?": "no_data" };

/** Looks every hour: b is bad, g good, – between, ? no data. What state each led to, and what was told. */
function run(looks: string, given = rule()) {
  let alert: Alert = quietAlert(new Date(START));
  const states: string[] = [];
  const told: string[] = [];
  const ids: string[] = [];
  for (const [hour, look] of [...looks].entries()) {
    const reading = { outcome: outcomes[look] ?? "between", value: null, n: 0, against: null };
    const step = stepAlert(given, alert, reading, new Date(START + hour * 3_600_000));
    alert = step.alert;
    states.push(alert.state === "no_data" ? "?" : (alert.state[0] ?? ""));
    if (step.news) {
      told.push(`${hour} ${step.news.kind}`);
      ids.push(step.news.id);
    }
  }
  return { states: states.join(""), told, ids, alert };
}

describe("states", () => {
  it.each([
    ["fires after two hours, is resolved after two", "ggbbbbggg", "ooppffffo"],
    ["is not pending for long where it was chance", "gbgbg", "opopo"],
    ["begins to wait anew after a look in between", "bb-bbb", "ppoppf"],
    ["does not flap while it comes and goes", "bbbgbgbgbggg", "ppffffffffff".replace(/f$/, "o")],
    ["stays while it is between", "bbb------", "ppfffffff"],
    ["begins to wait for the end anew", "bbbg-gbggg", "ppfffffffo"],
    ["without data is a state of its own", "?g?b?", "?o?p?"],
    ["fires on after a gap", "bbb??bggg", "ppf??fffo"],
    ["is resolved after a gap", "bbb??ggg", "ppf??ffo"],
  ])("%s", (_, looks, states) => expect(run(looks).states).toBe(states));

  it("fires at once where the rule does not wait", () => {
    expect(run("bg", rule({ for_minutes: 0, resolve_minutes: 0 })).states).toBe("fo");
  });

  it("takes missing data for bad where the rule says so", () => {
    expect(run("g???g", rule({ no_data: "fire" })).states).toBe("oppff");
  });
});

describe("what is told", () => {
  it.each([
    ["each turn once", "ggbbbbbbgggg", {}, ["4 firing", "10 resolved"]],
    ["nothing of what was only pending", "bgbgbbg", {}, []],
    [
      "again after three hours",
      "bbbbbbbbb",
      { renotify_minutes: 180 },
      ["2 firing", "5 still_firing", "8 still_firing"],
    ],
    ["that there is no data, once", "g????g??", { no_data: "tell" }, ["1 no_data", "6 no_data"]],
    ["nothing of missing data otherwise", "g????g??", {}, []],
    ["firing once over a gap", "bbb??bbb", {}, ["2 firing"]],
  ] as const)("is %s", (_, looks, change, told) => expect(run(looks, rule(change)).told).toEqual(told));

  const from = (hour: number, until: number): SentAlertRule["mute"] => [
    {
      ...{ type: "once", from: new Date(START + hour * 3_600_000).toISOString() },
      until: new Date(START + until * 3_600_000).toISOString(),
    },
  ];

  it.each([
    ["what fires in it when it is over", "bbbbbbbb", from(2, 5), ["5 firing"]],
    ["nothing of what came and went in it", "bbbgggggg", from(2, 8), []],
    [
      "the end when it is over, if the beginning was told",
      "bbbggggg",
      from(3, 7),
      ["2 firing", "7 resolved"],
    ],
    ["what fires anew rather than the end of before", "bbbgggbbbb", from(3, 9), ["2 firing", "9 firing"]],
  ])("with a mute window is %s", (_, looks, mute, told) => {
    expect(run(looks, rule({ mute })).told).toEqual(told);
  });

  it("has an id that is the same whoever computes it, and another for each turn", () => {
    const looks = "bbbbbbgggbbbggg";
    const [one, other] = [run(looks), run(looks)];
    expect(one.ids).toEqual(other.ids);
    expect(one.ids).toEqual([
      "r1:2026-11-30T02:00:00_000Z:firing",
      "r1:2026-11-30T02:00:00_000Z:resolved",
      "r1:2026-11-30T11:00:00_000Z:firing",
      "r1:2026-11-30T11:00:00_000Z:resolved",
    ]);
    const again = run("bbbbbb", rule({ renotify_minutes: 60 }));
    expect(new Set(again.ids).size).toBe(again.ids.length);
  });
});

it("remembers since when it is in its state", () => {
  const { alert } = run("bbbb");
  expect(alert).toMatchObject({
    ...{
      state: "firing",
      since: new Date(START + 2 * 3_600_000),
      firingSince: new Date(START + 2 * 3_600_000),
    },
  });
});
