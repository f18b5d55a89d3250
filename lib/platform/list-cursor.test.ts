import { expect, it } from "vitest";
import { cursorAfter, readCursor } from "./list-cursor.ts";

it("restores the end of the page", () => {
  const last = { at: new Date("2026-11-01T00:00:00.123Z"), id: "int/ü" };
  expect(readCursor(cursorAfter(last))).toEqual(last);
});

it.each([
  ["hello"],
  [""],
  [Buffer.from('["x"]').toString("base64url")],
  [Buffer.from('[1e99,"a"]').toString("base64url")],
])("treats %j as invalid", (text) => {
  expect(readCursor(text)).toBeNull();
});
