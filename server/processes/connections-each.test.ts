import { expect, it } from "vitest";
import { connectionsEach } from "./connections-each.ts";

it.each([
  [100, 2, 20],
  [100, 4, 20],
  [100, 5, 16],
  [100, 10, 8],
  [500, 16, 20],
])("divides %i connections among %i processes", (most, processes, each) => {
  expect(connectionsEach(most, processes)).toBe(each);
});

it("rejects more processes than there are connections for, and says how many would work", () => {
  expect(() => connectionsEach(100, 11)).toThrow(
    /^PostgreSQL allows 100 connections, .* WEB_PROCESSES=11: .* Set WEB_PROCESSES to 10 or less, or raise max_connections to 108 or more\.$/,
  );
  expect(() => connectionsEach(20, 2)).toThrow(/for others\. Raise max_connections to 36 or more\.$/);
});
