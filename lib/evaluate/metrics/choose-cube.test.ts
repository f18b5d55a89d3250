import { expect, it } from "vitest";
import { cubeOf, type Dimension } from "./choose-cube.ts";
import type { MetricFilter } from "./schema.ts";

const window: MetricFilter = { projectId: "p", from: "2026-11-01", to: "2026-11-30", tz: "UTC" };

it.each<[string, Partial<MetricFilter>, Dimension[], string]>([
  ["nothing", {}, [], "all"],
  ["a feature", { feature: "summary" }, [], "feature"],
  ["every feature", {}, ["feature"], "feature"],
  ["a feature by itself", { feature: "summary" }, ["feature"], "feature"],
  ["a model", { model: "small" }, [], "model"],
  ["every model", {}, ["model"], "model"],
  ["the models of a feature", { feature: "summary" }, ["model"], "core"],
  ["a prompt version", { promptTemplate: "reply", promptVersion: "v1" }, [], "prompt"],
  ["every version", {}, ["promptTemplate", "promptVersion"], "prompt"],
  ["the models of a version", { promptVersion: "v1" }, ["model"], "core"],
  ["a variant", { variant: "a" }, [], "core"],
  ["a tenant", { cohort: { kind: "tenant", value: "acme" } }, [], "tenants"],
  ["every segment", { cohort: { kind: "segment" } }, ["cohort"], "segments"],
  ["the features of a tenant", { cohort: { kind: "tenant", value: "acme" } }, ["feature"], "tenant"],
  [
    "the languages of a feature",
    { feature: "summary", cohort: { kind: "language" } },
    ["cohort"],
    "language",
  ],
])("%s is answered by the cube with fewest slices", (_, filter, dimensions, cube) => {
  expect(cubeOf({ ...window, ...filter }, dimensions)).toBe(cube);
});
