import { expect, it } from "vitest";
import { rateCourse } from "./feature-course.ts";

const day = (thumbsUp: number, thumbsDown: number) => ({ thumbsUp, thumbsDown });
const days = (count: number, up: number, down: number) => Array.from({ length: count }, () => day(up, down));

it.each([
  ["no days", [], []],
  ["single days of a short window", [day(10, 10), day(15, 5)], [0.5, 0.75]],
  ["gaps where a day has too few", [day(10, 10), day(9, 0), day(0, 0)], [0.5, null, null]],
])("has %s", (_, points, course) => expect(rateCourse(points)).toEqual(course));

it("takes seven days together in a long window, from the seventh on", () => {
  const course = rateCourse([...days(7, 2, 0), ...days(7, 0, 2)]);
  expect(course.slice(0, 6)).toEqual([null, null, null, null, null, null]);
  expect(course[6]).toBe(1);
  expect(course[9]).toBeCloseTo(4 / 7, 12);
  expect(course[13]).toBe(0);
});
