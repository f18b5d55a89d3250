import { expect, it } from "vitest";
import type { Dimension } from "#lib/domain/dimensions.ts";
import type { MetricFilter } from "../schema.ts";
import { chooseSource } from "./choose-source.ts";

const window: MetricFilter = { projectId: "p", from: "2026-11-01", to: "2026-11-30", tz: "UTC" };

it.each<[string, Partial<MetricFilter>, Dimension[], string | null]>([
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
  ["a tenant", { tenant: "acme" }, [], "tenants"],
  ["every segment", {}, ["segment"], "segments"],
  ["the features of a tenant", { tenant: "acme" }, ["feature"], "tenant"],
  ["the languages of a feature", { feature: "summary" }, ["language"], "language"],
  ["a tenant's answers of a model", { tenant: "acme", model: "small" }, [], null],
  ["the models of a tenant", { tenant: "acme" }, ["model"], null],
  ["the segments of a prompt", { promptVersion: "v1" }, ["segment"], null],
  ["the tenants of a variant", { variant: "a" }, ["tenant"], null],
  ["a tenant's answers in a language", { tenant: "acme", language: "de" }, [], null],
  ["the languages of a tenant", { tenant: "acme" }, ["language"], null],
])("%s is answered by the cube with fewest slices, or by single answers", (_, filter, dimensions, cube) => {
  expect(chooseSource({ ...window, ...filter }, dimensions).cube).toBe(cube);
});
