import { expect, it } from "vitest";
import { exportName } from "./file-name.ts";

it.each([
  [{ project: "demo", from: "2026-11-01", to: "2026-11-30" }, "rate", "demo-rate-2026-11-01-2026-11-30.csv"],
  [{ project: "demo" }, "rate", "demo-rate.csv"],
  [{}, "rate", "rate.csv"],
  [{}, "../Rate: by/day", "Rate-by-day.csv"],
])("of %j and %j", (scope, name, file) => expect(exportName(scope, name, "csv")).toBe(file));
