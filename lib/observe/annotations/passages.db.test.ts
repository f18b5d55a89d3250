import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { writeAnswer } from "#tests/database/raw-rows.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { markedPassages } from "./index.ts";

testDatabase();

const november = { from: new Date("2026-11-01T00:00:00Z"), to: new Date("2026-12-01T00:00:00Z"), limit: 10 };

async function mark(
  { projectId }: TestProject,
  at: string,
  quoteExact: string,
  answer = {},
  rater = null as string | null,
): Promise<void> {
  const interactionId = await writeAnswer(projectId, at, answer);
  const annotationId = `on ${interactionId}`;
  const fingerprint = new Uint8Array(32);
  await db().annotation.create({
    data: { projectId, annotationId, interactionId, quoteExact, createdAt: new Date(at), fingerprint, rater },
  });
}

describe("markedPassages", () => {
  it("ranks what was highlighted in the period's answers, and in no other project", async () => {
    const [project, other] = [await testProject(), await testProject()];
    await mark(project, "2026-11-02T10:00:00Z", "thirty days");
    await mark(project, "2026-11-02T11:00:00Z", "no refund");
    await mark(project, "2026-11-03T10:00:00Z", "Thirty days");
    await mark(project, "2026-10-02T10:00:00Z", "no refund");
    await mark(other, "2026-11-02T10:00:00Z", "no refund");
    const passages = await markedPassages(project.projectId, november);
    expect(passages.map(({ quote, count }) => [quote, count])).toEqual([
      ["Thirty days", 2],
      ["no refund", 1],
    ]);
  });

  it("counts a user who highlighted a passage in several answers once", async () => {
    const project = await testProject();
    for (const hour of [10, 11]) await mark(project, `2026-11-02T${hour}:00:00Z`, "flood", {}, "device:x");
    for (const user of ["user:u", "user:v"]) await mark(project, "2026-11-02T09:00:00Z", "real", {}, user);
    const passages = await markedPassages(project.projectId, november);
    expect(passages.map(({ quote, count }) => [quote, count])).toEqual([
      ["real", 2],
      ["flood", 1],
    ]);
  });

  it("filters by dimensions", async () => {
    const project = await testProject();
    await mark(project, "2026-11-02T10:00:00Z", "here", { language: "de" });
    await mark(project, "2026-11-02T10:00:00Z", "there");
    const german = await markedPassages(project.projectId, { ...november, language: "de" });
    expect(german.map(({ quote }) => quote)).toEqual(["here"]);
  });
});
