import { expect, it } from "vitest";
import { firstStep, nextStep, type Step, shorterStep } from "./search-steps.ts";

const window = { since: new Date("2020-01-01T00:00:00Z"), until: new Date("2026-11-21T10:20:00Z") };
const down = { ...window, backwards: false };
const up = { ...window, backwards: true };

function steps(walk: typeof down): Step[] {
  const all: Step[] = [];
  for (let step: Step | null = firstStep(walk); step; step = nextStep(walk, step)) all.push(step);
  return all;
}

it("covers a period from its newest hour to its beginning without gaps, in few steps", () => {
  const all = steps(down);
  expect(all[0]).toMatchObject({ since: new Date("2026-11-21T10:00:00Z"), until: window.until });
  all.slice(1).forEach((step, index) => {
    expect(step.until).toEqual(all[index]?.since);
  });
  expect(all.at(-1)?.since).toEqual(window.since);
  expect(all.length).toBeLessThan(12);
});

it("covers it in the other direction as well", () => {
  const all = steps({ ...up, since: new Date("2020-01-01T00:40:00Z") });
  expect(all[0]).toMatchObject({
    since: new Date("2020-01-01T00:40:00Z"),
    until: new Date("2020-01-01T01:00:00Z"),
  });
  all.slice(1).forEach((step, index) => {
    expect(step.since).toEqual(all[index]?.until);
  });
  expect(all.at(-1)?.until).toEqual(window.until);
});

it("uses a shorter range if there is too much, down to an hour", () => {
  const long = { ...window, length: 64 * 3_600_000 };
  expect(shorterStep(down, long)).toMatchObject({
    since: new Date("2026-11-21T07:00:00Z"),
    until: window.until,
  });
  expect(shorterStep(up, long)).toMatchObject({
    since: window.since,
    until: new Date("2020-01-01T04:00:00Z"),
  });
  expect(shorterStep(down, firstStep(down))).toBeNull();
});
