import { expect, it, vi } from "vitest";
import { Failures } from "./failures.ts";
import { WorkFailed } from "./work-failed.ts";

const work = { file: "a.ts", name: "a" };
const failed = new WorkFailed("time", "too long");

it("knows what failed by its work and input, the newest", () => {
  const failures = new Failures(2);
  for (const input of ["one", "two", "six"]) failures.remember(work, input, 3, failed);
  expect(["one", "two", "six"].map((input) => failures.find(work, input, 3))).toEqual([
    undefined,
    failed,
    failed,
  ]);
  expect(failures.find({ ...work, name: "b" }, "two", 3)).toBeUndefined();
});

it("writes out no input of which none of its size has failed", () => {
  const failures = new Failures(2);
  failures.remember(work, "one", 3, failed);
  const toJSON = vi.fn();
  expect(failures.find(work, { toJSON }, 4)).toBeUndefined();
  expect(toJSON).not.toHaveBeenCalled();
  failures.find(work, { toJSON }, 3);
  expect(toJSON).toHaveBeenCalled();
});
