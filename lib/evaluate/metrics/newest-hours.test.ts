import { expect, it } from "vitest";
import { startOfNewest } from "./newest-hours.ts";

const hour = (at: number, all: number, own: number) => ({ start: new Date(at), all, own });

it.each([
  ["nothing of nothing", [], null],
  ["all that fits", [hour(3, 50, 5), hour(2, 50, 5)], 2],
  ["what a project's answers allow", [hour(3, 60, 1), hour(2, 40, 1), hour(1, 1, 0)], 2],
  ["what a feature's answers allow", [hour(3, 20, 6), hour(2, 20, 4), hour(1, 20, 1)], 2],
  ["the newest hour, however large it is", [hour(3, 500, 50), hour(2, 1, 1)], 3],
])("reads %s", (_, hours, start) => {
  expect(startOfNewest(hours, { all: 100, own: 10 })?.getTime() ?? null).toBe(start);
});
