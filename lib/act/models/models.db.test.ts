import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import {
  allowSwitch,
  featuresToSwitch,
  findModel,
  findPermission,
  labelMovesSince,
  type ModelRun,
  modelMovesBetween,
  modelsInUse,
  moveModelLabel,
  projectsToSwitch,
  readModelLabels,
  readRuns,
  recordRun,
  serveModel,
} from "./index.ts";

testDatabase();

let projectId: string;
beforeEach(async () => {
  ({ projectId } = await testProject());
});

const keyOf = (feature = "sum", label = "production") => ({ projectId, feature, label });
const move = (model: string | null, more: object = {}, key = keyOf()) =>
  moveModelLabel(key, { model, reason: "Better.", by: "Ada", ...more });

describe("a label", () => {
  it("is set, moved, rolled back and removed, each with its record", async () => {
    expect(await move("small")).toEqual({ label: "production", model: "small" });
    await move("large", { by: "Whetstone", byItself: true, reason: "Held." });
    await move("large", { by: "Bob" });
    await move("small", { fromModel: "large" });
    expect(await findModel(keyOf())).toBe("small");
    expect(await move(null)).toBe(null);
    expect(await findModel(keyOf())).toBe(null);
    const { labels, moves } = await readModelLabels(projectId, "sum");
    expect(labels).toEqual([]);
    const told = moves.map(({ fromModel, toModel, movedBy, byItself }) => [
      fromModel,
      toModel,
      movedBy,
      byItself,
    ]);
    expect(told).toEqual([
      ["small", null, "Ada", false],
      ["large", "small", "Ada", false],
      ["small", "large", "Whetstone", true],
      [null, "small", "Ada", false],
    ]);
  });

  it("is not moved from where it is no longer", async () => {
    await move("small");
    const refused = move("large", { fromModel: "tiny" });
    await expect(refused).rejects.toMatchObject({
      code: "label_moved",
      message: expect.stringMatching(/stands for “small” now, not for “tiny”.*from_model “small”/),
    });
    await expect(move("large", { fromModel: null })).rejects.toMatchObject({ code: "label_moved" });
    expect((await readModelLabels(projectId, "sum")).moves).toHaveLength(1);
  });

  it("is moved by one of two who move it at once", async () => {
    await move("small");
    const both = await Promise.allSettled(
      ["large", "huge"].map((model) => move(model, { fromModel: "small" })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is one of at most 50 of a feature", async () => {
    await db().featureModelLabel.createMany({
      data: Array.from({ length: 50 }, (_, at) => ({
        ...{ projectId, featureName: "sum", label: `l${at}`, modelName: "small" },
      })),
    });
    await expect(move("small")).rejects.toMatchObject({ code: "conflict" });
    expect(await move("large", {}, keyOf("sum", "l1"))).toEqual({ label: "l1", model: "large" });
    expect(await move("small", {}, keyOf("mail"))).toMatchObject({ model: "small" });
  });

  it("has its own moves since a moment, however many others were made, or the newest one", async () => {
    await move("small");
    await move("large");
    const rows = Array.from({ length: 201 }, (_, at) => ({
      ...{ projectId, featureName: "sum", moveId: newId(), label: "staging", fromModel: null },
      ...{ toModel: `m${at}`, movedBy: "Ada", byItself: false, reason: "So.", movedAt: new Date() },
    }));
    await db().featureModelMove.createMany({ data: rows });
    const since = async (at: Date) =>
      (await labelMovesSince(keyOf(), at)).map(({ fromModel, toModel }) => [fromModel, toModel]);
    expect(await since(new Date(0))).toEqual([
      ["small", "large"],
      [null, "small"],
    ]);
    const [newest] = await labelMovesSince(keyOf(), new Date(0));
    expect(await since(newest?.movedAt ?? new Date(0))).toContainEqual(["small", "large"]);
    expect(await since(new Date(Date.now() + 60_000)), "the newest one").toEqual([["small", "large"]]);
    expect(await labelMovesSince(keyOf("mail"), new Date(0))).toEqual([]);
  });

  it("is told of by feature, and by time", async () => {
    await move("small");
    await move("large", {}, keyOf("mail", "staging"));
    expect([...(await modelsInUse(projectId, "production"))]).toEqual([["sum", "small"]]);
    const window = { from: new Date(Date.now() - 60_000), to: new Date(Date.now() + 60_000) };
    const features = async (feature?: string) =>
      (await modelMovesBetween(projectId, window, feature)).map((each) => each.feature);
    expect(await features()).toEqual(["mail", "sum"]);
    expect(await features("sum")).toEqual(["sum"]);
    expect(await modelMovesBetween(projectId, { from: new Date(0), to: window.from })).toEqual([]);
  });
});

describe("a served model", () => {
  afterEach(() => void vi.useRealTimers());

  it("is moved at once where it was moved, and elsewhere after three seconds", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const nameOf = async () => JSON.parse((await serveModel(keyOf())).text).model_name;
    await expect(nameOf()).rejects.toMatchObject({
      code: "not_found",
      message: expect.stringContaining("PUT /api/models/sum/labels/production"),
    });
    await move("small");
    expect(await nameOf()).toBe("small");
    // As another process moves it.
    await db().featureModelLabel.updateMany({ where: { projectId }, data: { modelName: "large" } });
    expect(await nameOf()).toBe("small");
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await nameOf()).toBe("large");
  });
});

describe("a switch by itself", () => {
  it("is allowed until it is not, and since when it was first", async () => {
    expect(await findPermission(projectId, "sum")).toBe(null);
    await allowSwitch(projectId, "sum", { automatic: true, by: "Ada" });
    const first = await findPermission(projectId, "sum");
    await allowSwitch(projectId, "sum", { automatic: true, by: "Bob" });
    expect(await findPermission(projectId, "sum")).toEqual({ by: "Ada", at: first?.at });
    expect(await projectsToSwitch()).toContain(projectId);
    expect(await featuresToSwitch(projectId)).toEqual(["sum"]);
    await allowSwitch(projectId, "sum", { automatic: false, by: "Ada" });
    expect(await projectsToSwitch()).not.toContain(projectId);
  });

  it("has one run a day, the first, for 90 days", async () => {
    const run = (day: string, model: string): ModelRun => ({
      ...{ day, recommendation: "switch", model, current: "small", randomized: true },
    });
    await recordRun(projectId, "sum", run("2026-08-01", "large"));
    await recordRun(projectId, "sum", run("2026-11-29", "large"));
    await recordRun(projectId, "sum", run("2026-11-30", "large"));
    await recordRun(projectId, "sum", run("2026-11-30", "huge"));
    expect(await readRuns(projectId, "sum")).toEqual([
      run("2026-11-30", "large"),
      run("2026-11-29", "large"),
    ]);
  });
});
