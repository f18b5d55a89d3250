import { expect, it } from "vitest";
import { testDatabase } from "#tests/database";
import { testProject } from "#tests/project";
import { cases } from "./cases.ts";
import { ANSWERS, measureCase } from "./measure.ts";

testDatabase("bytes");

/** Slices that one answer lies in: of eleven cubes, by the hour and by the day. */
const SLICES = 22;

it.each(cases.filter(({ label }) => label.includes("20 invented")))(
  "$label, $answers: is stored in proportion to what was sent",
  async (one) => {
    const { sentBytes, storedBytes, rollupRows } = await measureCase(await testProject(), one);
    expect(sentBytes).toBeGreaterThan(160_000);
    // Invented names are one in each slice, whatever they are.
    expect(rollupRows).toBeLessThanOrEqual(one.answers === "together" ? SLICES : ANSWERS * SLICES);
    expect(storedBytes).toBeLessThan(8 * sentBytes);
  },
);
