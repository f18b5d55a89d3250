import { expect, test } from "vitest";
import { describeData, describeDataIn } from "./describe-data.ts";

/** Bytes that start like a file of a given type and continue at random, the same every time. */
function fileBytes(beginning: readonly number[], length: number): Buffer {
  let seed = 7;
  const bytes = Buffer.alloc(length);
  bytes.set(beginning);
  for (let index = beginning.length; index < length; index += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[index] = seed >> 16;
  }
  return bytes;
}

const png = fileBytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 3_000);
const pdf = fileBytes([...Buffer.from("%PDF-1.7")], 3_000);
const unknown = fileBytes([], 3_000);
const mail = (bytes: Buffer, lineBreak: string) =>
  bytes.toString("base64").replace(/.{76}/g, (line) => line + lineBreak);

test.each([
  [
    "a data URL",
    `![](data:image/png;base64,${png.toString("base64")}) done`,
    "![]([image/png, 3.0 kB]) done",
  ],
  [
    "a data URL with parameters",
    `data:text/plain;charset=utf-8;base64,${unknown.toString("base64")}`,
    "[text/plain, 3.0 kB]",
  ],
  ["a data URL without a type", `"data:;base64,${png.toString("base64")}"`, '"[image/png, 3.0 kB]"'],
  [
    "base64 in JSON",
    JSON.stringify({ data: png.toString("base64"), ok: 1 }),
    '{"data":"[image/png, 3.0 kB]","ok":1}',
  ],
  ["base64 of no known type", `file: ${unknown.toString("base64")}.`, "file: [data, 3.0 kB]."],
  ["the URL-safe alphabet", `file: ${unknown.toString("base64url")}.`, "file: [data, 3.0 kB]."],
  ["a document", `x ${pdf.toString("base64")} y`, "x [application/pdf, 3.0 kB] y"],
  ["the lines of a mail", `a\n\n${mail(pdf, "\r\n")}\n\nend`, "a\n\n[application/pdf, 3.0 kB]\n\nend"],
  ["such lines in JSON", JSON.stringify([mail(pdf, "\n")]), '["[application/pdf, 3.0 kB]"]'],
  ["a Buffer", `got ${JSON.stringify(png)}`, "got [data, 3.0 kB]"],
  ["a Buffer in JSON in JSON", JSON.stringify([JSON.stringify(png)]), '["[data, 3.0 kB]"]'],
  ["a typed array", `got ${JSON.stringify(new Uint8Array(png))}`, "got [data, 3.0 kB]"],
])("replaces %s", (_case, text, expected) => {
  expect(describeData(text)).toBe(expected);
});

const url = `https://example.com/${"reports/weekly-summary/".repeat(20)}index.html`;
test.each([
  ["prose", "It is what it is, and nothing else. ".repeat(40)],
  ["one sign", "a".repeat(5_000)],
  ["a long word", "Donaudampfschifffahrt".repeat(40)],
  ["hexadecimal digits", unknown.toString("hex")],
  ["a path", url],
  [
    "a short icon",
    `icon ${png.toString("base64").slice(0, 120)} here, and then a longer text that says what it is. `.repeat(
      2,
    ),
  ],
  ["a table of numbers", "12,15,18,21,".repeat(100)],
  ["source code", "const someVeryLongIdentifierName = anotherIdentifier(withArguments);\n".repeat(20)],
  ["Japanese", "これは長い文章です".repeat(100)],
])("leaves %s", (_case, text) => {
  expect(describeData(text)).toBe(text);
});

test("finds data at any depth of JSON, and leaves the rest unchanged", () => {
  const clean = { a: [1, { b: "text" }], c: null };
  expect(describeDataIn(clean)).toBe(clean);
  const bytes = JSON.parse(JSON.stringify({ raw: new Uint8Array(png), buffer: png }));
  expect(describeDataIn({ deep: [{ ...bytes, image: png.toString("base64"), n: 1 }] })).toEqual({
    deep: [{ raw: "[data, 3.0 kB]", buffer: "[data, 3.0 kB]", image: "[image/png, 3.0 kB]", n: 1 }],
  });
});

/** Distinguishes linear from quadratic time: milliseconds from ten seconds. */
const LIMIT_MS = 1_000;

test.each([
  "A1b",
  `${"x".repeat(59)} `,
  "data:;base64,",
  '{"0":1,',
  '{"type":"Buffer","data":[',
  "\\n",
  `${"x".repeat(60)}\n`,
])("takes time in proportion to the text: %s", (piece) => {
  const text = piece.repeat(100_000 / piece.length);
  const since = performance.now();
  describeData(text);
  expect(performance.now() - since).toBeLessThan(LIMIT_MS);
});
