import { expect, it } from "vitest";
import { wholeRate } from "./whole-rate.ts";

const row = (thumbsUp: number, thumbsDown: number) => ({ thumbsUp, thumbsDown });

it.each([
  ["no rows", [], null, 0],
  ["one row", [row(3, 1)], null, 0],
  ["rows without thumbs", [row(0, 0), row(0, 0)], null, 0],
  ["several rows", [row(3, 1), row(0, 4)], 3 / 8, 8],
])("of %s", (_, rows, value, n) => expect(wholeRate(rows)).toMatchObject({ value, n }));
