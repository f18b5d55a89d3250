import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import examples from "libphonenumber-js/examples.mobile.json";
import { type CountryCode, getExampleNumber } from "libphonenumber-js/max";
import { describe, expect, it } from "vitest";
import { findPhones } from "../phones/find-phones.ts";
import { measure, tableRows } from "./tables.ts";

const measured = measure();
const page = resolve(import.meta.dirname, "../../../../docs/privacy.md");

/** The measured rows of the page's tables, ignoring the formatter's spaces. */
const written = readFileSync(page, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) => line.replaceAll(/\s+/g, " "));

describe("the measurement in docs/privacy.md", () => {
  it("has the same results when repeated", () => {
    const rows = tableRows(measured);
    expect(rows.filter((row) => !written.includes(row))).toEqual([]);
  });

  it.each(measured.kinds)("has at least 200 sentences in 10 formats of $kind", ({ formats }) => {
    expect(formats.length).toBeGreaterThanOrEqual(10);
    expect(formats.reduce((sum, { sentences }) => sum + sentences, 0)).toBeGreaterThanOrEqual(200);
  });

  it("has the share of the library's own example numbers that is found", () => {
    const numbers = Object.keys(examples).flatMap(
      (region) => getExampleNumber(region as CountryCode, examples) ?? [],
    );
    const count = (write: (number: (typeof numbers)[number]) => string) =>
      numbers.filter((number) => findPhones(write(number)).length === 1).length;
    const abroad = count((number) => `We have ${number.formatInternational()} here.`);
    const announced = count((number) => `Phone: ${number.formatNational()}`);
    const alone = count((number) => `We have ${number.formatNational()} here.`);
    expect([numbers.length, abroad, announced, alone]).toEqual([245, 245, 239, 148]);
    expect(readFileSync(page, "utf8")).toContain("245 times of 245");
    expect(readFileSync(page, "utf8")).toContain("239 times behind _Phone:_ and 148 times");
  });
});
