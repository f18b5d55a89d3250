import { expect, it } from "vitest";
import { timeQuery } from "./time-words.ts";

const query = (since: string, until: string) => timeQuery("p", new Date(since), new Date(until));

it("includes the whole of an hour that is only touched", () => {
  expect(query("1970-01-01T01:20:00Z", "1970-01-01T01:40:00Z")).toBe("('=hour:p:1')");
});

it("covers whole days and months with one word each, and the rest by hours", () => {
  expect(query("1970-01-01T22:00:00Z", "1970-01-04T01:00:00Z")).toBe(
    "('=hour:p:22' | '=hour:p:23' | '=day:p:1' | '=day:p:2' | '=hour:p:72')",
  );
  expect(query("1970-01-01T00:00:00Z", "1970-02-02T00:00:00Z")).toBe("('=month:p:0')");
});

it("covers a thousand years with a query that PostgreSQL accepts", () => {
  expect(query("1970-01-01T00:00:00Z", "2970-01-01T00:00:00Z").length).toBeLessThan(600_000);
});
