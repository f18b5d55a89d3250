import { describe, expect, it } from "vitest";
import { prepareSparkline } from "./prepare-sparkline.ts";

describe("prepareSparkline", () => {
  it("draws a path from bottom to top of its room", () =>
    expect(prepareSparkline([1, 2, 3], 26, 16)).toEqual({
      paths: ["M3 13L13 8L23 3"],
      dots: [],
      last: { x: 23, y: 3 },
    }));

  it("breaks at a gap, with a dot for what stands alone", () => {
    const { paths, dots } = prepareSparkline([1, null, 3, null, 1, 2], 106, 16);
    expect(paths).toEqual(["M83 13L103 8"]);
    expect(dots).toEqual([
      { x: 3, y: 13 },
      { x: 43, y: 3 },
    ]);
  });

  it("ends at the newest value there is", () =>
    expect(prepareSparkline([1, 2, null], 26, 16).last).toEqual({ x: 13, y: 3 }));

  it.each<[string, (number | null)[]]>([
    ["nothing", []],
    ["gaps", [null, null]],
  ])("draws nothing of %s", (_, values) =>
    expect(prepareSparkline(values, 26, 16)).toEqual({ paths: [], dots: [], last: null }),
  );

  it("lies in the middle where all are the same, or one alone", () => {
    expect(prepareSparkline([5, 5], 26, 16).paths).toEqual(["M3 8L23 8"]);
    expect(prepareSparkline([5], 26, 16).last).toEqual({ x: 13, y: 8 });
  });
});
