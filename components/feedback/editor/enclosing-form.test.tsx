// @vitest-environment jsdom
import { afterEach, expect, it } from "vitest";
import { enclosingForm } from "./enclosing-form.ts";

afterEach(() => document.body.replaceChildren());

function page(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body.querySelector("[data-field]") as HTMLElement;
}

it.each([
  ["around a text area", '<form id="f"><textarea data-field></textarea></form>', "f"],
  ["that a text area names", '<form id="f"></form><textarea form="f" data-field></textarea>', "f"],
  ["around a contenteditable", '<form id="f"><p><b contenteditable data-field></b></p></form>', "f"],
  ["that is not there", "<div data-field></div>", undefined],
])("finds the form %s", (_, html, id) => {
  expect(enclosingForm(page(html))?.id).toBe(id);
});

it("finds the form outside of nested shadow roots", () => {
  const host = page('<form id="f"><div data-field></div></form>');
  const inner = host.attachShadow({ mode: "open" }).appendChild(document.createElement("div"));
  const field = inner.attachShadow({ mode: "closed" }).appendChild(document.createElement("textarea"));
  expect(enclosingForm(field)?.id).toBe("f");
});
