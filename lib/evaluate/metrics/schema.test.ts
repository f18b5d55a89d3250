import { describe, expect, it } from "vitest";
import { metricFilter, windowQuerySchema } from "./schema.ts";

describe("windowQuerySchema", () => {
  it.each([
    [{ days: "0" }, "days"],
    [{ days: "4000" }, "days"],
    [{ days: "1.5" }, "days"],
    [{ days: "week" }, "days"],
    [{ from: "2026-11-01" }, "to"],
    [{ to: "2026-11-01" }, "from"],
    [{ from: "2026-11-02", to: "2026-11-01" }, "to"],
    [{ from: "1990-01-01", to: "2026-11-01" }, "to"],
    [{ from: "2026-02-30", to: "2026-03-01" }, "from"],
    [{ from: "0000-01-01", to: "0000-01-02" }, "from"],
    [{ days: "7", from: "2026-11-01", to: "2026-11-02" }, "days"],
    [{ tz: "Europe/Atlantis" }, "tz"],
    [{ tz: "+05:30" }, "tz"],
    [{ feature: "" }, "feature"],
    [{ modle: "gpt-4o" }, ""],
  ])("refuses %o by name", (query, field) => {
    const parsed = windowQuerySchema.safeParse(query);
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toContain(field);
  });

  it("accepts days, or both dates, or nothing", () => {
    expect(windowQuerySchema.parse({})).toEqual({ tz: "UTC" });
    expect(windowQuerySchema.parse({ days: "7", tz: "Asia/Tokyo" })).toEqual({ days: 7, tz: "Asia/Tokyo" });
    expect(windowQuerySchema.parse({ from: "2026-11-01", to: "2026-11-01" })).toMatchObject({
      to: "2026-11-01",
    });
  });
});

describe("metricFilter", () => {
  const now = new Date("2026-11-08T02:00:00Z");

  it("shows 30 days where nothing is said", () => {
    expect(metricFilter("p", windowQuerySchema.parse({}), now)).toMatchObject({
      from: "2026-10-10",
      to: "2026-11-08",
      tz: "UTC",
    });
  });

  it("cuts days where the reader is and keeps what was chosen", () => {
    const query = windowQuerySchema.parse({
      days: "1",
      tz: "America/New_York",
      feature: "f",
      model: "m",
      prompt_version: "v",
      prompt_template: "t",
    });
    expect(metricFilter("p", query, now)).toEqual({
      projectId: "p",
      from: "2026-11-07",
      to: "2026-11-07",
      tz: "America/New_York",
      feature: "f",
      model: "m",
      promptVersion: "v",
      promptTemplate: "t",
    });
  });

  it("keeps the dates that were asked for", () => {
    const query = windowQuerySchema.parse({ from: "2023-01-01", to: "2023-12-31" });
    expect(metricFilter("p", query, now)).toMatchObject({ from: "2023-01-01", to: "2023-12-31" });
  });
});
