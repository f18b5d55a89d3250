import { expect, it } from "vitest";
import { domProps } from "./dom-props.ts";

it.each([
  ["textarea", undefined, "onInput"],
  ["input", undefined, "onInput"],
  ["input", "text", "onInput"],
  ["input", "checkbox", "onChange"],
  ["input", "radio", "onChange"],
  ["select", undefined, "onChange"],
])("a change of <%s type=%s> triggers %s", (element, type, name) => {
  expect(Object.keys(domProps(element, { type, onChange: () => {} }))).toEqual(["type", name]);
});

it("is notified of focus inside of an element", () => {
  expect(Object.keys(domProps("div", { onFocus: 1, onBlur: 2 }))).toEqual(["onFocusIn", "onFocusOut"]);
});

it("leaves everything else unchanged", () => {
  const props = { className: "a", htmlFor: "b", onClick: 1, "aria-pressed": false, part: "c" };
  expect(domProps("button", props)).toEqual(props);
});
