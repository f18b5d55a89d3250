// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { MarkdownText } from "./markdown-text.ts";

afterEach(cleanup);

const drawn = (text: string) => render(<MarkdownText text={text} id="a" />).container;

test("a table is one", () => {
  const cells = [
    ...drawn("| Plan | Price |\n| --- | ---: |\n| Basic | 5 |\n| Team | **12** |").querySelectorAll("th, td"),
  ];
  expect(cells.map(({ textContent }) => textContent)).toEqual(["Plan", "Price", "Basic", "5", "Team", "12"]);
});

test.each([
  ["a single line break", "Dear Ann,\nyour parcel", "br", 1],
  ["an empty line", "Dear Ann,\n\nyour parcel", "br", 0],
  ["no break inside of code", "```\none\ntwo\n```", "br", 0],
  ["two tildes", "It costs ~~5~~ 6.", "del", 1],
  ["one tilde, as in about", "From ~10, to 5~10, or 7~12.", "del", 0],
  ["a web address", "See https://example.com/a for more.", 'a[href="https://example.com/a"]', 1],
  ["a link that runs something", "[x](javascript:void)", "a", 0],
  ["raw HTML", "<b>bold</b> <script>1</script>", "b, script", 0],
  ["an image from elsewhere", "![A map](https://example.com/map.png)", "img", 0],
])("draws %s", (_case, text, selector, count) => {
  expect(drawn(text).querySelectorAll(selector)).toHaveLength(count);
});

test("a task list cannot be ticked", () => {
  const list = drawn("- [x] asked\n- [ ] answered");
  expect(list.querySelectorAll("input")).toHaveLength(0);
  expect([...list.querySelectorAll("[role=img]")].map((box) => box.getAttribute("aria-label"))).toEqual([
    "Done",
    "Not done",
  ]);
});

test("a footnote leads to its own answer's note where an answer is shown twice", () => {
  const text = "It is so.[^1]\n\n[^1]: Says the manual.";
  const page = render(
    <>
      <MarkdownText text={text} id="a" />
      <MarkdownText text={text} id="b" />
    </>,
  ).container;
  const targets = [...page.querySelectorAll("sup a")].map(
    (link) => link.getAttribute("href")?.slice(1) ?? "",
  );
  expect(new Set(targets).size).toBe(2);
  for (const id of targets) expect(page.querySelectorAll(`[id="${id}"]`)).toHaveLength(1);
});
