import { describe, expect, it } from "vitest";
import { type ProgressLine, readProgress } from "./read-progress.ts";

const read = async (chunks: Uint8Array[]): Promise<ProgressLine[]> => {
  const lines: ProgressLine[] = [];
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  await readProgress(stream, (line) => lines.push(line));
  return lines;
};

const bytes = (text: string) => new TextEncoder().encode(text);

describe("readProgress", () => {
  it("puts lines together that arrive in pieces", async () => {
    const lines = await read([
      bytes('{"done":1,"to'),
      bytes('tal":2,"phase":"a"}\n{"project_'),
      bytes('slug":"s"}\n'),
    ]);
    expect(lines).toEqual([{ done: 1, total: 2, phase: "a" }, { project_slug: "s" }]);
  });

  it("reads a last line without its end", async () =>
    expect(await read([bytes('{"error":"no"}')])).toEqual([{ error: "no" }]));

  it("keeps letters whole that a chunk cuts", async () => {
    const whole = bytes('{"error":"größer"}\n');
    expect(await read([whole.slice(0, 13), whole.slice(13)])).toEqual([{ error: "größer" }]);
  });

  it("refuses what is not JSON", async () =>
    await expect(read([bytes("<html>\n")])).rejects.toThrow(SyntaxError));
});
