import { beforeEach, describe, expect, it } from "vitest";
import { keepKeys } from "./keep-keys.ts";

let root: ShadowRoot;
let heard: string[];
let typed: string[];

beforeEach(() => {
  document.body.innerHTML = "<div></div>";
  root = document.body.firstElementChild?.attachShadow({ mode: "open" }) as ShadowRoot;
  root.innerHTML = '<textarea></textarea><input type="radio"><button>Send</button>';
  keepKeys(root);
  heard = [];
  typed = [];
  for (const type of ["keydown", "keyup", "paste", "input", "click", "focusin"]) {
    root.host.addEventListener(type, (event) => heard.push((event as KeyboardEvent).key ?? type));
    root.addEventListener(type, (event) => typed.push((event as KeyboardEvent).key ?? type));
  }
});

const field = (name: string) => root.querySelector(name) as HTMLElement;
const press = (name: string, key: string, more: KeyboardEventInit = {}) => {
  for (const type of ["keydown", "keyup"])
    field(name).dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, ...more }));
};

describe("the page does not receive", () => {
  it.each<[string, string, KeyboardEventInit]>([
    ["a letter that is typed", "e", {}],
    ["a capital letter", "E", { shiftKey: true }],
    ["an arrow", "ArrowLeft", {}],
    ["a blank", " ", {}],
    ["what is undone in the field", "z", { ctrlKey: true }],
    ["what is sent by Ctrl+Enter", "Enter", { ctrlKey: true }],
    ["all that is chosen on a Mac", "a", { metaKey: true }],
    ["a letter that takes two modifiers", "@", { ctrlKey: true, altKey: true }],
  ])("%s", (_, key, more) => {
    press("textarea", key, more);
    expect(heard).toEqual([]);
    expect(typed, "the widget does").toEqual([key, key]);
  });

  it("pasted text, and compositions of an input method", () => {
    for (const type of ["paste", "input"])
      field("textarea").dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    expect(heard).toEqual([]);
  });

  it("the arrow keys of stars, and the keys that press a button", () => {
    press("input", "ArrowRight");
    press("button", "Enter");
    press("button", " ");
    expect(heard).toEqual([]);
  });
});

it.each<[string, string, string, KeyboardEventInit]>([
  ["Escape, which may close a dialog around", "textarea", "Escape", {}],
  ["Tab, which may be kept in a dialog", "textarea", "Tab", {}],
  ["a function key", "textarea", "F1", {}],
  ["a combination that edits nothing", "textarea", "k", { ctrlKey: true }],
  ["a letter where nothing can be typed", "button", "e", {}],
])("the page receives %s", (_, name, key, more) => {
  press(name, key, more);
  expect(heard).toEqual([key, key]);
});

it("the page receives clicks and focus events", () => {
  field("textarea").focus();
  field("button").click();
  expect(heard).toEqual(["focusin", "click"]);
});
