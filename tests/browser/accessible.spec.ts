import { expect, test } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";

const page = (style: string, body: string) =>
  `<!doctype html><html lang="en"><title>A page</title><style>${style}</style><main><h1>A page</h1>${body}</main></html>`;

for (const [what, style, body, rule] of [
  ["a button without a name", "", "<button></button>", "button-name"],
  ["faint words", "p { color: #ccc; background: #fff }", "<p>faint</p>", "color-contrast"],
  [
    "words that are faint in dark alone",
    "@media (prefers-color-scheme: dark) { p { color: #333; background: #000 } }",
    "<p>faint</p>",
    "color-contrast",
  ],
] as const) {
  test(`${what} would be found`, async ({ page: tab }) => {
    await tab.setContent(page(style, body));
    await expect(expectAccessible(tab)).rejects.toThrow(rule);
  });
}

test("a page without faults passes", async ({ page: tab }) => {
  await tab.setContent(page("", "<button>Send</button>"));
  await expectAccessible(tab);
});
