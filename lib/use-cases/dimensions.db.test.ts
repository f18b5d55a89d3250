import { beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import type { InteractionFields } from "#components/feedback/client/event.ts";
import { cohortKinds, type DimensionColumn, dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer, send, statuses } from "#tests/fixtures/events.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { listFilterValues, trendSplits, trends, wholeSummary } from "../evaluate/metrics/index.ts";
import {
  getInteraction,
  interactionDetailJson,
  interactionQuerySchema,
  listInteractions,
  queryToFilter,
} from "../observe/interactions/index.ts";
import { compareCohorts } from "./compare-cohorts.ts";

testDatabase();

/** Two answers that differ in every dimension, and one that has only what it must have. */
const values = Object.fromEntries(
  dimensionNames.map((name) => [name, name === "language" ? ["de", "pt-BR"] : [`${name} 1`, `${name} 2`]]),
);
const answerWith = (place: 0 | 1) => ({
  ...{ type: "interaction", interaction_id: `answer ${place}`, response_text: "r" },
  ...Object.fromEntries(dimensionNames.map((name) => [dimensions[name].column, values[name]?.[place]])),
  created_at: `2026-11-02T1${place}:00:00Z`,
});

let project: TestProject;
const window = () => ({ projectId: project.projectId, tz: "UTC", from: "2026-11-01", to: "2026-11-02" });

beforeAll(async () => {
  project = await testProject();
  const plain = {
    type: "interaction",
    interaction_id: "plain",
    ...answer,
    created_at: "2026-11-02T12:00:00Z",
  };
  expect(statuses(await send(serverOf(project), [answerWith(0), answerWith(1), plain]))).toEqual([
    201, 201, 201,
  ]);
});

it("is a field of the client", () => expectTypeOf<DimensionColumn>().toExtend<keyof InteractionFields>());

describe.each(dimensionNames)("an answer's %s", (name) => {
  const { param, column } = dimensions[name];
  const [value = ""] = values[name] ?? [];

  it("is in its details", async () => {
    const detail = await getInteraction(project.projectId, "answer 0");
    expect(detail && interactionDetailJson(detail)[column]).toBe(value);
  });

  it("is filled in by a later log", async () => {
    const id = `late ${name}`;
    const early = { type: "interaction", interaction_id: id, ...answer, created_at: "2026-10-01T00:00:00Z" };
    await send(serverOf(project), [{ ...early, in_progress: true }]);
    await send(serverOf(project), [{ ...early, [column]: value }]);
    const detail = await getInteraction(project.projectId, id);
    expect(detail && interactionDetailJson(detail)[column]).toBe(value);
  });

  it("filters the list", async () => {
    const query = interactionQuerySchema.parse({ [param]: value, from: "2026-11-01T00:00:00Z" });
    const { data } = await listInteractions(project.projectId, queryToFilter(query, project));
    expect(data.map(({ interactionId }) => interactionId)).toEqual(["answer 0"]);
  });

  it("filters what is counted, also together with all others", async () => {
    const all = Object.fromEntries(dimensionNames.map((each) => [each, values[each]?.[0]]));
    for (const filter of [{ [name]: value }, all])
      expect(await wholeSummary({ ...window(), ...filter })).toMatchObject({ interactions: 1 });
    expect(await wholeSummary({ ...window(), ...all, [name]: "other" })).toMatchObject({ interactions: 0 });
  });
});

it("has menus of their values", async () => {
  const { features, models, prompts, cohorts } = await listFilterValues(project.projectId);
  const menus = {
    feature: features,
    model: models,
    promptTemplate: prompts.map(({ template }) => template),
    promptVersion: prompts.map(({ version }) => version),
    ...cohorts,
  };
  expect(Object.keys({ ...menus, variant: null }).toSorted()).toEqual(dimensionNames.toSorted());
  for (const [name, menu] of Object.entries(menus))
    expect(menu).toEqual(expect.arrayContaining(values[name] ?? []));
});

it.each(trendSplits)("is split by %s", async (split) => {
  const series = await trends(window(), { unit: "day", split });
  const counts = series.map((one) => [one.values.at(-1), one.points.map(({ interactions }) => interactions)]);
  expect(counts).toEqual(expect.arrayContaining(values[split]?.map((value) => [value, [0, 1]]) ?? []));
});

it.each(cohortKinds)("compares cohorts by %s", async (kind) => {
  const { cohorts } = await compareCohorts(window(), kind, 0);
  expect(cohorts.map(({ cohort }) => cohort).toSorted()).toEqual(values[kind]);
});
