import { describe, expect, it } from "vitest";
import { originLines } from "./origin-lines.ts";

describe("originLines", () => {
  it.each([
    ["one a line", "https://a.example\nhttps://b.example", ["https://a.example", "https://b.example"]],
    [
      "or parted by commas",
      "https://a.example, https://b.example",
      ["https://a.example", "https://b.example"],
    ],
    ["without doubles and blanks", " https://a.example \n\n https://a.example/", ["https://a.example"]],
    ["nothing", " \n ", []],
  ])("reads %s", (_, text, origins) => expect(originLines(text)).toEqual(origins));
});
