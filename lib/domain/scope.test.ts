import { expect, it } from "vitest";
import { containsScope, type Scope, scopeJson, scopeOfJson, scopeSchema } from "./scope.ts";

const scope: Scope = { promptVersion: "v7", model: "gpt-4o-mini", language: "de" };

it("has the names of query parameters in JSON, and comes back the same", () => {
  const json = scopeJson(scope);
  expect(json).toEqual({ model: "gpt-4o-mini", prompt_version: "v7", language: "de" });
  expect(scopeOfJson(scopeSchema.parse(json))).toEqual(scope);
  expect(scopeOfJson(scopeJson({}))).toEqual({});
});

it("refuses a dimension that there is not", () => {
  expect(scopeSchema.safeParse({ promptVersion: "v7" }).success).toBe(false);
});

it.each<[Scope, Scope, boolean]>([
  [{}, scope, true],
  [{ model: "gpt-4o-mini" }, scope, true],
  [scope, scope, true],
  [scope, { model: "gpt-4o-mini" }, false],
  [{ model: "claude" }, scope, false],
])("%j contains %j: %s", (wide, narrow, expected) => expect(containsScope(wide, narrow)).toBe(expected));
