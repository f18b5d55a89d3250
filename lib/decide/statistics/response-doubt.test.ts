import { expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { responseDoubt } from "./response-doubt.ts";

it.each([
  ["differ by half, certainly", rate(300, 1000), rate(200, 1000), true],
  ["differ by half, either way", rate(200, 1000), rate(300, 1000), true],
  ["differ by half, perhaps by chance", rate(6, 20), rate(4, 20), false],
  ["differ certainly, but by a tenth", rate(110_000, 1_000_000), rate(100_000, 1_000_000), false],
  ["are equal", rate(200, 1000), rate(200, 1000), false],
  ["differ by everything", rate(0, 1000), rate(100, 1000), true],
  ["are not known here", rate(0, 0), rate(100, 1000), false],
  ["are not known there", rate(100, 1000), rate(0, 0), false],
])("doubts a comparison or not where response rates %s", (_, own, reference, doubtful) => {
  expect(responseDoubt(own, reference)).toEqual(doubtful ? { own, reference } : null);
});
