import { expect, it } from "vitest";
import { markedExcerpt } from "./marked-excerpt.ts";
import { SIGNS, STAND_INS } from "./signs.ts";

const standIn = (sign: string) => STAND_INS.charAt(SIGNS.indexOf(sign));

it("separates the matching words from the rest, without changing any character", () => {
  expect(markedExcerpt(`a ${standIn("<")}b> \u0001hit\u0002 ${standIn("&")} \u0001end\u0002`)).toEqual([
    { text: "a <b> ", hit: false },
    { text: "hit", hit: true },
    { text: " & ", hit: false },
    { text: "end", hit: true },
  ]);
});

it.each([null, "", "nothing marked"])("shows nothing of %j", (text) => {
  expect(markedExcerpt(text)).toBeNull();
});
