import { expect, it } from "vitest";
import { toLayers } from "./layers.ts";

/** The ranges of "ab" with their depths, as "0-2:1". */
const drawn = (...spans: [number, number][]) =>
  toLayers(spans.map(([start, end]) => ({ start, end }))).map(
    ({ start, end, depth }) => `${start}-${end}:${depth}`,
  );

it.each([
  ["nothing", [], []],
  ["one", [[2, 5]], ["2-5:1"]],
  [
    "two apart",
    [
      [0, 2],
      [4, 6],
    ],
    ["0-2:1", "4-6:1"],
  ],
  [
    "two that touch",
    [
      [0, 2],
      [2, 4],
    ],
    ["0-2:1", "2-4:1"],
  ],
  [
    "two that overlap",
    [
      [0, 4],
      [2, 6],
    ],
    ["0-2:1", "2-4:2", "4-6:1"],
  ],
  [
    "one in the other",
    [
      [0, 9],
      [3, 4],
    ],
    ["0-3:1", "3-4:2", "4-9:1"],
  ],
  [
    "two of the same passage",
    [
      [1, 3],
      [1, 3],
    ],
    ["1-3:2"],
  ],
  [
    "four, of which the deepest look alike",
    [
      [0, 9],
      [1, 8],
      [2, 7],
      [3, 6],
    ],
    ["0-1:1", "1-2:2", "2-3:3", "3-6:3", "6-7:3", "7-8:2", "8-9:1"],
  ],
] as [string, [number, number][], string[]][])("layers of %s", (_, spans, layers) => {
  expect(drawn(...spans)).toEqual(layers);
});
