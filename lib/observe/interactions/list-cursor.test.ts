import { expect, it } from "vitest";
import { cursorAfter, readCursor } from "./list-cursor.ts";

it("leads back to where the page ended", () => {
  const last = { at: new Date("2026-11-01T00:00:00.123Z"), id: "int/ü" };
  expect(readCursor(cursorAfter(last))).toEqual(last);
});

it.each([
  ["hello"],
  [""],
  [Buffer.from('["x"]').toString("base64url")],
  [Buffer.from('[1e99,"a"]').toString("base64url")],
])("takes %j for no cursor", (text) => {
  expect(readCursor(text)).toBeNull();
});
