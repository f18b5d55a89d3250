import { expect, it } from "vitest";
import { readSettings, scriptSettings } from "./read-settings.ts";

const script = { server: "https://w.example", key: "pk_script" };
const read = (attributes: Record<string, string>) => readSettings((name) => attributes[name] ?? null, script);
const whole = { interaction: "i", token: "t" };

it("uses the server and the key of the script", () => {
  expect(read(whole).reach).toEqual({
    baseUrl: "https://w.example",
    publishableKey: "pk_script",
    feedbackToken: "t",
    userId: undefined,
    sessionId: undefined,
  });
});

it.each([
  ["server and key", { server: "https://own.example", key: "pk_own" }],
  ["data-server and data-key", { "data-server": "https://own.example", "data-key": "pk_own" }],
])("prefers an element's own %s", (_, own) => {
  expect(read({ ...whole, ...own }).reach).toMatchObject({
    baseUrl: "https://own.example",
    publishableKey: "pk_own",
  });
});

it("names everything that is missing", () => {
  const { missing } = readSettings(() => null, { server: "", key: null });
  expect(missing).toMatch(/interaction="…".*; token="…".*; data-key="pk_…"/);
  expect(read(whole).missing).toBe("");
  expect(read({ interaction: "", token: "t" }).missing).toMatch(/^interaction=/);
});

it("requires nothing while the answer is being generated", () => {
  expect(read({ waiting: "" })).toMatchObject({ waiting: true, missing: "" });
});

it.each([
  ["", true],
  ["true", true],
  ["waiting", true],
  ["false", false],
])('waits at waiting="%s": %s', (waiting, waits) => {
  expect(read({ ...whole, waiting }).waiting).toBe(waits);
});

it.each([
  ["too_long, off_topic,", ["too_long", "off_topic"]],
  ["", []],
])('offers the categories of "%s"', (categories, values) => {
  expect(read({ ...whole, categories }).categories).toEqual(values);
});

it("offers the default categories if none are given", () => {
  expect(read(whole)).toMatchObject({ categories: undefined, positiveCategories: undefined });
});

it.each([
  ["the origin of the script", "https://w.example/embed.js", {}, "https://w.example"],
  ["data-server", "https://cdn.example/embed.js", { server: "https://w.example" }, "https://w.example"],
])("finds the server by %s", (_, src, dataset, server) => {
  expect(scriptSettings({ src, dataset: { ...dataset, key: "pk_1" } })).toEqual({ server, key: "pk_1" });
});

it("has no defaults without a script element", () => {
  expect(scriptSettings(null)).toEqual({ server: "", key: null });
});
