import { expect, test } from "vitest";
import { jsonWithoutData } from "./json-without-data.ts";

const bytes = Uint8Array.from({ length: 3_000 }, (_, index) => (index * 73 + (index >> 3)) % 256);
const encoded = Buffer.from(bytes).toString("base64");

test.each<[string, unknown, string]>([
  [
    "base64 with its media type beside it",
    { type: "image-data", data: encoded, mediaType: "image/png" },
    '"data":"[image/png, 3 kB]"',
  ],
  ["base64 without one", { value: encoded }, '{"value":"[data, 3 kB]"}'],
  ["a data URL", [`data:image/jpeg;base64,${encoded}`], '["[image/jpeg, 3 kB]"]'],
  ["bytes", { deep: [{ file: bytes }] }, '{"deep":[{"file":"[data, 3 kB]"}]}'],
  ["a Buffer", { file: Buffer.from(bytes) }, '{"file":"[data, 3 kB]"}'],
])("describes %s", (_case, value, expected) => {
  expect(jsonWithoutData(value)).toContain(expected);
});

test.each<[string, unknown]>([
  ["a text", { text: "The parcel 12 arrives on Monday. ".repeat(30) }],
  ["a token", { id: encoded.slice(0, 60) }],
  ["a long word", "x".repeat(5_000)],
  ["numbers", { rows: [[1, 2, 3]], none: null }],
])("leaves %s", (_case, value) => {
  expect(jsonWithoutData(value)).toBe(JSON.stringify(value));
});
