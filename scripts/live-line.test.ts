import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { liveLine } from "./live-line.ts";

function recorded(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 20 });
  const live = liveLine(stream as unknown as NodeJS.WriteStream);
  return { live, written: () => String(stream.read() ?? "") };
}

describe("a live line", () => {
  it("is overwritten on a terminal, and cut to its width", () => {
    const { live, written } = recorded(true);
    live.show("first");
    live.show("a line that is too wide for it");
    live.end();
    expect(written()).toBe("\r\x1b[2Kfirst\r\x1b[2Ka line that is too \n");
  });

  it("stays below notes printed in the meantime", () => {
    const { live, written } = recorded(true);
    live.show("10 %");
    live.note("line 3: is not JSON");
    expect(written()).toBe("\r\x1b[2K10 %\r\x1b[2Kline 3: is not JSON\n\r\x1b[2K10 %");
  });

  it("prints less often in a log, where notes are whole lines", () => {
    const { live, written } = recorded(false);
    live.show("1 %");
    live.show("2 %");
    live.note("line 3: is not JSON");
    live.end();
    expect(written()).toBe("line 3: is not JSON\n");
  });
});
