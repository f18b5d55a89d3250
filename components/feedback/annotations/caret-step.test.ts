import { expect, it } from "vitest";
import { caretStep } from "./caret-step.ts";

const press = (key: string, ...held: ("shift" | "ctrl" | "alt" | "meta")[]) => ({
  key,
  shiftKey: held.includes("shift"),
  ctrlKey: held.includes("ctrl"),
  altKey: held.includes("alt"),
  metaKey: held.includes("meta"),
});

it.each([
  [press("ArrowRight"), "move right character"],
  [press("ArrowLeft"), "move left character"],
  [press("ArrowRight", "shift"), "extend right character"],
  [press("ArrowRight", "ctrl"), "move right word"],
  [press("ArrowLeft", "alt", "shift"), "extend left word"],
  [press("ArrowDown", "shift"), "extend forward line"],
  [press("ArrowUp"), "move backward line"],
  [press("End", "shift"), "extend forward lineboundary"],
  [press("Home"), "move backward lineboundary"],
  [press("ArrowLeft", "meta"), "move left lineboundary"],
])("%o: %s", (key, step) => {
  expect(Object.values(caretStep(key) ?? {}).join(" ")).toBe(step);
});

it.each(["a", "Tab", "Enter", "Shift", " "])("ignores %o", (key) => {
  expect(caretStep(press(key))).toBeNull();
});
