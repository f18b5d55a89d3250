import { expect, it } from "vitest";
import { registryWidgets } from "#scripts/package/registry-items.ts";
import { registryItems } from "./registry-items.ts";

it("tells of every widget that the registry offers, and of no other", () => {
  expect(registryItems.map(({ name }) => name).sort()).toEqual(
    registryWidgets.map(({ name }) => name).sort(),
  );
});
