import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Line, readLines } from "./read-lines.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "whetstone-lines-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function linesOf(content: string | Buffer, offset = 0, first = 1): Promise<Line[]> {
  const path = join(folder, "lines.jsonl");
  await writeFile(path, content);
  const lines: Line[] = [];
  for await (const line of readLines(path, offset, first)) lines.push(line);
  return lines;
}

describe("the lines of a file", () => {
  it.each<[string, string | Buffer, (string | null)[]]>([
    ["nothing", "", []],
    ["a last line without a break", "a\nb", ["a", "b"]],
    ["a last line with a break", "a\nb\n", ["a", "b"]],
    ["empty lines", "a\n\n\nb\n", ["a", "", "", "b"]],
    ["the line breaks of Windows", "a\r\nb\r\n", ["a", "b"]],
    ["a byte order mark", "\uFEFFa\n", ["a"]],
    ["what is not UTF-8", Buffer.from([97, 10, 0xff, 0xfe, 10, 98]), ["a", null, "b"]],
    ["a letter of several bytes", "ä€😀\n", ["ä€😀"]],
    ["a line longer than a chunk", `${"x".repeat(700_000)}\ny\n`, ["x".repeat(700_000), "y"]],
  ])("are read with %s", async (_name, content, texts) => {
    expect((await linesOf(content)).map(({ text }) => text)).toEqual(texts);
  });

  it("are numbered from 1 and say where they end", async () => {
    expect(await linesOf("a\nbb\nc")).toEqual([
      { number: 1, text: "a", end: 2 },
      { number: 2, text: "bb", end: 5 },
      { number: 3, text: "c", end: 6 },
    ]);
  });

  it("are read on from the end of any of them", async () => {
    const content = "a\nbb\nccc\n";
    const all = await linesOf(content);
    for (const [index, line] of all.entries()) {
      expect(await linesOf(content, line.end, line.number + 1)).toEqual(all.slice(index + 1));
    }
  });

  it("that are too long are refused by number, and the next one is read", async () => {
    const [long, next] = await linesOf(`${"x".repeat(16_000_001)}\nnext\n`);
    expect(long).toEqual({ number: 1, text: null, fault: "exceeds 16 MB", end: 16_000_002 });
    expect(next).toMatchObject({ number: 2, text: "next" });
  });
});
