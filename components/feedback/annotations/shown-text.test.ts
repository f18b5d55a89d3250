// @vitest-environment jsdom
import { expect, it } from "vitest";
import { readShownText, toRange, toSpan } from "./shown-text.ts";

function rootOf(html: string): HTMLElement {
  const root = document.createElement("div");
  root.innerHTML = html;
  document.body.replaceChildren(root);
  return root;
}

it.each([
  ["plain text as it is", "one\n\n two", "one\n\n two"],
  [
    "inline elements without a break",
    "a <b>bold <i>word</i></b>, a <a href='#x'>link</a>",
    "a bold word, a link",
  ],
  ["one break between blocks", "<p>one</p>\n\n<p>two</p>", "one\ntwo"],
  [
    "one break between nested blocks",
    "<ul>\n<li><p>one</p></li>\n<li>two<ul><li>three</li></ul></li></ul>",
    "one\ntwo\nthree",
  ],
  ["one break for a broken line", "one<br>two<br><br>three", "one\ntwo\nthree"],
  ["no second break where the text has one", "<pre><code>let x;\n</code></pre><p>then</p>", "let x;\nthen"],
  [
    "rows and cells apart",
    "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>",
    "a\nb\nc",
  ],
  [
    "nothing that is not shown",
    "<style>p{}</style><p>one</p><script>x</script><template>t</template>",
    "one",
  ],
  ["no comments", "one<!-- two -->three", "onethree"],
  ["nothing of nothing", "", ""],
])("reads %s", (_, html, text) => {
  expect(readShownText(rootOf(html)).text).toBe(text);
});

it("returns ranges for passages, across elements and blocks, and passages for ranges", () => {
  const shown = readShownText(rootOf("<p>one <b>two</b></p>\n<p>three <i>four</i> five</p>"));
  expect(shown.text).toBe("one two\nthree four five");
  for (const words of ["one", "two", "ne tw", "two\nthree", "three four five", "four", "our f"]) {
    const start = shown.text.indexOf(words);
    const span = { start, end: start + words.length };
    const range = toRange(shown, span);
    expect(range?.toString().replace(/\s+/g, " ")).toBe(words.replace("\n", " "));
    expect(range && toSpan(shown, range)).toEqual(span);
  }
});

it("reads the part of a range inside the answer if it begins before it or ends after it", () => {
  const root = rootOf("<p>one</p><p>two</p>");
  root.before("before");
  root.after("after");
  const shown = readShownText(root);
  const range = document.createRange();
  range.selectNodeContents(document.body);
  expect(toSpan(shown, range)).toEqual({ start: 0, end: shown.text.length });
  range.setStart(root, 1);
  expect(toSpan(shown, range).start).toBe(4);
  range.setEnd(root, 1);
  expect(toSpan(shown, range)).toEqual({ start: 4, end: 4 });
  range.selectNodeContents(document.body.firstChild as Text);
  expect(toSpan(shown, range)).toEqual({ start: 0, end: 0 });
});

it("has no range for a missing passage", () => {
  expect(toRange(readShownText(rootOf("")), { start: 0, end: 3 })).toBeNull();
});
