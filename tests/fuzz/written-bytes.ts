import fc from "fast-check";

/** How a body is put into bytes: as JSON, or in one of the ways in which that goes wrong. */
export type Writing = (json: string) => Uint8Array;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bodies that are no JSON at all, or JSON of a kind that nobody expects. */
const others = [
  "",
  " \n\t",
  "undefined",
  "NaN",
  "{a: 1}",
  "'a'",
  "{",
  "]",
  "null",
  "true",
  "0",
  '"text"',
  "[]",
  "{}",
  "interaction_id=a&rating_type=binary",
  '{"a":1,}',
  '{"a":"\u0001"}',
  '{"a":"\\ud800"}',
  "[".repeat(100_000),
  "[".repeat(50_000) + "]".repeat(50_000),
  `"${"x".repeat(4_500_000)}"`,
];

/** Mostly plain JSON: the rest is for what comes before the schema. */
export const writings: fc.Arbitrary<Writing> = fc.oneof(
  { arbitrary: fc.constant<Writing>(utf8), weight: 30 },
  {
    arbitrary: fc.constantFrom(...others).map(
      (text): Writing =>
        () =>
          utf8(text),
    ),
    weight: 2,
  },
  {
    arbitrary: fc.nat().map(
      (at): Writing =>
        (json) =>
          utf8(json.slice(0, at % (json.length + 1))),
    ),
    weight: 2,
  },
  {
    arbitrary: fc.constantFrom<Writing>(
      (json) => utf8(`\ufeff${json}`),
      (json) => utf8(`${json}x`),
      (json) => utf8(`${json}${json}`),
      (json) => utf8(json.replace("{", '{"interaction_id":"first",')),
      (json) => Buffer.from(json, "utf16le"),
      (json) => Buffer.concat([Buffer.from(json), Buffer.from([0xff])]),
      (json) => Buffer.from(json.replace('"', '"\u00e9'), "latin1"),
      (json) => Buffer.concat([Buffer.from(json), Buffer.alloc(3)]),
    ),
    weight: 2,
  },
);
