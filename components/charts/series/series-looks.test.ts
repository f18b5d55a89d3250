import { describe, expect, it } from "vitest";
import { seriesColours, seriesLook } from "./series-looks.ts";

/** The surfaces that charts lie on, light and dark, as the stylesheet has them. */
const surfaces = ["#ffffff", "#15161a"] as const;

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe("seriesColours", () => {
  it.each(seriesColours)("%s on light and %s on dark stand out 3:1 or more", (light, dark) => {
    expect(contrast(light, surfaces[0])).toBeGreaterThanOrEqual(3);
    expect(contrast(dark, surfaces[1])).toBeGreaterThanOrEqual(3);
  });
});

it("has eight looks that differ in colour and in dashes", () => {
  const looks = Array.from({ length: 8 }, (_, index) => seriesLook(index));
  expect(new Set(looks.map(({ colour }) => colour)).size).toBe(8);
  expect(new Set(looks.map(({ dashes }) => dashes)).size).toBe(8);
});
