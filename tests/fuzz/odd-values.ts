import fc from "fast-check";

/** Stands in a value for JSON that no value makes, until the body is written out. */
const RAW = /"@@raw:([^"]*)@@"/g;

/** Writes a value as JSON, with the raw pieces in their places. */
export const jsonOf = (value: unknown): string => (JSON.stringify(value) ?? "").replaceAll(RAW, "$1");

const raw = (json: string): string => `@@raw:${json}@@`;

const nested = (levels: number): unknown => JSON.parse(`${'{"a":['.repeat(levels)}${"]}".repeat(levels)}`);

const strings = [
  "",
  " ",
  "\u200b",
  "\0",
  "a\0b",
  "\ud800",
  "\udc00x",
  "\uffff\ufffe",
  "\u{10ffff}",
  "\u202eabc",
  ".",
  "..",
  "__proto__",
  "constructor",
  "null",
  "0",
  "1",
  "NaN",
  "'; DROP TABLE interactions; --",
  "{{7*7}}%00\\u0000",
  "<script>alert(1)</script>",
  "x".repeat(128),
  "x".repeat(129),
  "é".repeat(128),
  "😀".repeat(64),
  "😀".repeat(65),
  "x".repeat(100_000),
  "x".repeat(100_001),
  "\n".repeat(2_000),
];

/** Where a careless search for personal data would take minutes. */
const slowTexts = [
  "a".repeat(50_000),
  "a@".repeat(40_000),
  `${"a.".repeat(40_000)}@`,
  "1".repeat(90_000),
  "1 ".repeat(40_000),
  "+1-".repeat(30_000),
  "1.".repeat(40_000),
  "(".repeat(90_000),
  "http://".repeat(12_000),
  ":".repeat(90_000),
  "sk_".repeat(30_000),
];

const moments = [
  "2026-01-01T00:00:00Z",
  "2026-01-01T00:00:00+14:00",
  "1969-12-31T23:59:59Z",
  "1970-01-01T00:00:00Z",
  "1970-01-01T00:00:00+23:59",
  "2026-02-30T00:00:00Z",
  "2026-01-01T24:00:00Z",
  "2026-12-31T23:59:60Z",
  "2026-01-01T00:00:00",
  "2026-01-01",
  "2999-12-31T23:59:59Z",
  "3000-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999999999Z",
  "+275760-09-13T00:00:00Z",
];

const numbers = [-1, 0, 0.5, 1, 1.5, 5, 6, 2 ** 31 - 1, 2 ** 31, 2 ** 53, 1e21, 1e308, -1e308, 5e-324];

const rawPieces = ["1e400", "-1e400", "-0", "1e-400", "9007199254740993", "0.1000000000000000055", "1E+2"];

/** What no client should send in a field, and some clients will. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: fc.constantFrom(...strings), weight: 8 },
  { arbitrary: fc.constantFrom(...slowTexts), weight: 1 },
  { arbitrary: fc.constantFrom(...moments), weight: 3 },
  { arbitrary: fc.constantFrom(...numbers), weight: 5 },
  { arbitrary: fc.constantFrom(...rawPieces.map(raw)), weight: 2 },
  { arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], { a: null }), weight: 5 },
  { arbitrary: fc.constantFrom(18, 19, 20, 21, 500).map(nested), weight: 1 },
  { arbitrary: fc.string({ unit: "binary" }), weight: 3 },
  { arbitrary: fc.jsonValue(), weight: 3 },
);

/** What a text should not have in it, and will. */
export const oddPiece: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "\0",
    "\ud800",
    "\udfff",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\uffff",
    "\r\n",
    "\\",
    "😀".repeat(64),
  ),
  fc.string({ unit: "binary", minLength: 1 }),
);

/** Names of fields that nobody asked for. */
export const oddName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "",
    " ",
    "a\0",
    "\ud800",
    "project_id",
    "fingerprint",
  ),
  fc.constantFrom("received_at", "rater", "user_hash", "x".repeat(10_000), "status", "id"),
  fc.string(),
);
