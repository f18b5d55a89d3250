import { afterEach, expect, it } from "vitest";
import { keysAreOn, pageKey, turnKeys } from "./key-press.ts";

afterEach(() => {
  document.body.innerHTML = "";
  localStorage.clear();
});

function pressed(html: string, more: KeyboardEventInit = {}): string | null {
  document.body.innerHTML = html;
  let key: string | null = null;
  const listen = (event: KeyboardEvent) => {
    key = pageKey(event);
  };
  document.addEventListener("keydown", listen);
  const target = document.querySelector("[data-here]") ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true, ...more }));
  document.removeEventListener("keydown", listen);
  return key;
}

it("hears a key on the page, on a link and on a button", () => {
  expect(pressed("<p data-here>")).toBe("j");
  expect(pressed("<a href='/x' data-here>x</a>")).toBe("j");
});

it.each([
  "<input data-here>",
  "<textarea data-here></textarea>",
  "<select data-here></select>",
  "<div contenteditable><b data-here></b></div>",
  "<dialog open></dialog><p data-here>",
])("leaves a key alone in %s", (html) => {
  expect(pressed(html)).toBeNull();
});

it("leaves the browser's own keys alone", () => {
  for (const modifier of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])
    expect(pressed("<p data-here>", modifier)).toBeNull();
});

it("remembers that a reader wants no keys", () => {
  expect(keysAreOn()).toBe(true);
  turnKeys(false);
  expect(keysAreOn()).toBe(false);
  turnKeys(true);
  expect(keysAreOn()).toBe(true);
});
