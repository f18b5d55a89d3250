import { describe, expect, it } from "vitest";
import { isOwnPath, param, withParams } from "./address.ts";

describe("param", () => {
  it.each([
    [{ model: "a" }, "a"],
    [{ model: ["a", "b"] }, "a"],
    [{ model: "" }, undefined],
    [{}, undefined],
  ])("reads %j as %s", (search, value) => expect(param(search, "model")).toBe(value));
});

describe("withParams", () => {
  it.each([
    ["sets a value", "", { model: "m/1" }, "/p?model=m%2F1"],
    ["keeps the others", "days=7", { model: "a" }, "/p?days=7&model=a"],
    ["takes a value away", "days=7&model=a", { model: null }, "/p?days=7"],
    ["drops the place in the list", "cursor=x&days=7", { days: "30" }, "/p?days=30"],
    ["moves in the list", "cursor=x&days=7", { cursor: "y" }, "/p?cursor=y&days=7"],
    ["is the bare path when nothing is left", "days=7", { days: null }, "/p"],
  ])("%s", (_, current, changes, address) => {
    expect(withParams("/p", new URLSearchParams(current), changes)).toBe(address);
  });
});

describe("isOwnPath", () => {
  it.each([
    ["/demo", true],
    ["/demo?days=7#x", true],
    ["//evil.example", false],
    ["/\\evil.example", false],
    ["/\t/evil.example", false],
    ["https://evil.example", false],
    ["javascript:alert(1)", false],
    ["demo", false],
    ["", false],
    [undefined, false],
  ])("%s: %s", (path, expected) => expect(isOwnPath(path)).toBe(expected));
});
