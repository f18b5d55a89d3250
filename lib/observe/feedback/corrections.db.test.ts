import { describe, expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { newestCorrections } from "./index.ts";

testDatabase();

const november = { from: new Date("2026-11-01T00:00:00Z"), to: new Date("2026-12-01T00:00:00Z"), limit: 10 };

async function correct(projectId: string, at: string, text: string, answer = {}): Promise<void> {
  const interactionId = await writeAnswer(projectId, at, answer);
  await rateAnswer(projectId, {
    interactionId,
    ratingType: "correction",
    correctionText: text,
    createdAt: new Date(at),
  });
}

describe("newestCorrections", () => {
  it("lists the corrections of a period's answers, newest first, of this project only", async () => {
    const [{ projectId }, other] = [await testProject(), await testProject()];
    await correct(projectId, "2026-11-02T10:00:00Z", "one", { responseText: "first" });
    await correct(projectId, "2026-11-03T10:00:00Z", "two", { promptTemplate: "t", promptVersion: "v1" });
    await correct(projectId, "2026-10-31T10:00:00Z", "too early");
    await correct(other.projectId, "2026-11-02T10:00:00Z", "elsewhere");
    const found = await newestCorrections(projectId, november);
    expect(found.map(({ after }) => after)).toEqual(["two", "one"]);
    expect(found[0]).toMatchObject({ promptTemplate: "t", promptVersion: "v1", editDistance: null });
    expect(found[1]).toMatchObject({ before: "first", featureName: "summary", editKinds: [] });
  });

  it("filters by dimensions, and respects the limit", async () => {
    const { projectId } = await testProject();
    await correct(projectId, "2026-11-02T10:00:00Z", "acme’s", { tenant: "acme" });
    await correct(projectId, "2026-11-02T11:00:00Z", "nobody’s");
    await correct(projectId, "2026-11-02T12:00:00Z", "acme’s later", { tenant: "acme" });
    const acme = await newestCorrections(projectId, { ...november, tenant: "acme" });
    expect(acme.map(({ after }) => after)).toEqual(["acme’s later", "acme’s"]);
    expect(await newestCorrections(projectId, { ...november, limit: 1 })).toHaveLength(1);
    expect(await newestCorrections(projectId, { ...november, feature: "none" })).toEqual([]);
  });

  it("excludes thumbs", async () => {
    const { projectId } = await testProject();
    const interactionId = await writeAnswer(projectId, "2026-11-02T10:00:00Z");
    await rateAnswer(projectId, {
      interactionId,
      ratingValue: 0,
      createdAt: new Date("2026-11-02T10:01:00Z"),
    });
    expect(await newestCorrections(projectId, november)).toEqual([]);
  });
});
