import { expect, it } from "vitest";
import { type ValueTypes, type VariantValues, variantValue } from "./variant-value.ts";

it.each<[keyof ValueTypes, string, VariantValues | undefined, unknown]>([
  ["string", "short", undefined, "short"],
  ["string", "short", { short: "s" }, "s"],
  ["string", "short", { short: 80 }, undefined],
  ["string", "short", { control: "c" }, "short"],
  ["boolean", "on", undefined, true],
  ["boolean", "off", undefined, false],
  ["boolean", "true", undefined, true],
  ["boolean", "false", undefined, false],
  ["boolean", "treatment", undefined, undefined],
  ["boolean", "toString", undefined, undefined],
  ["boolean", "treatment", { treatment: true }, true],
  ["boolean", "on", { on: false }, false],
  ["number", "0.7", undefined, 0.7],
  ["number", "-2", undefined, -2],
  ["number", "1e3", undefined, undefined],
  ["number", "v3", undefined, undefined],
  ["number", "v3", { v3: 3 }, 3],
  ["object", "v3", undefined, undefined],
  ["object", "v3", { v3: { a: [1] } }, { a: [1] }],
  ["object", "v3", { v3: [1] }, [1]],
  ["object", "v3", { v3: null }, undefined],
  ["object", "v3", { v3: "x" }, undefined],
])("as a %s, %s with %j is %j", (type, variant, values, expected) => {
  expect(variantValue(type, variant, values)).toEqual(expected);
});
