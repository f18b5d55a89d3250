import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer, quote, send, statuses, thumb } from "#tests/fixtures/events.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { browserOf, serverOf } from "#tests/fixtures/sender.ts";
import { logInteraction, withdraw } from "../ingest/index.ts";
import { readShownInteraction } from "../interactions/index.ts";
import { withdrawAnnotation } from "./index.ts";

testDatabase();

/** A project with an answer that has two highlights. */
async function annotated(): Promise<TestProject> {
  const project = await testProject();
  await logInteraction(project, { ...answer, interaction_id: "i" } as never);
  await send(serverOf(project), [
    quote("i", { annotation_id: "a" }),
    quote("i", { annotation_id: "b" }),
    thumb("i", { feedback_id: "a" }),
  ]);
  return project;
}

const idsOf = async ({ projectId }: TestProject) => {
  const rows = await db().annotation.findMany({ where: { projectId }, orderBy: { annotationId: "asc" } });
  return rows.map(({ annotationId }) => annotationId);
};
const waitingOf = ({ projectId }: TestProject) => db().awaitedEvent.count({ where: { projectId } });

describe("withdrawing an annotation", () => {
  it("removes it, leaves a rating with the same ID alone, and finds nothing the second time", async () => {
    const project = await annotated();
    await withdrawAnnotation(browserOf(project, "i"), "a");
    expect(await idsOf(project)).toEqual(["b"]);
    expect(await db().feedback.count({ where: { projectId: project.projectId } })).toBe(1);
    await expect(withdrawAnnotation(browserOf(project, "i"), "a")).rejects.toMatchObject({
      code: "not_found",
      message: "No annotation with the ID “a”.",
    });
  });

  it.each([
    ["no token", { feedbackToken: null }, "token_missing"],
    ["a token that is none", { feedbackToken: "nonsense" }, "token_malformed"],
  ])("with a publishable key and %s is rejected", async (_, more, code) => {
    const project = await annotated();
    const refusal = withdrawAnnotation(browserOf(project, "i", more), "a");
    await expect(refusal).rejects.toMatchObject({ code });
    expect(await idsOf(project)).toEqual(["a", "b"]);
  });

  it("with the token of another answer is rejected", async () => {
    const project = await annotated();
    await expect(withdrawAnnotation(browserOf(project, "j"), "a")).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await idsOf(project)).toEqual(["a", "b"]);
  });

  it("does not reveal whether it exists without a token", async () => {
    const project = await annotated();
    const sender = browserOf(project, "i", { feedbackToken: null });
    for (const id of ["a", "none"]) {
      await expect(withdrawAnnotation(sender, id)).rejects.toMatchObject({ code: "token_missing" });
    }
  });

  it("stays within the project", async () => {
    const [project, other] = [await annotated(), await testProject()];
    await expect(withdrawAnnotation(serverOf(other), "a")).rejects.toMatchObject({ code: "not_found" });
    expect(await idsOf(project)).toEqual(["a", "b"]);
  });

  it("removes a pending one, so that it is not attached later", async () => {
    const project = await testProject();
    const sender = browserOf(project, "later");
    const waiting = [
      quote("later", { annotation_id: "a" }),
      quote("later", { annotation_id: "b" }),
      thumb("later", { feedback_id: "a" }),
    ];
    expect(statuses(await send(sender, waiting))).toEqual([202, 202, 202]);
    await expect(withdrawAnnotation(browserOf(project, "i"), "a")).rejects.toMatchObject({
      code: "not_found",
    });
    await withdrawAnnotation(sender, "a");
    expect(await waitingOf(project)).toBe(2);
    await logInteraction(project, { ...answer, interaction_id: "later" } as never);
    expect(await idsOf(project)).toEqual(["b"]);
  });

  it("happens once, however many requests arrive at the same time", async () => {
    const project = await annotated();
    const asked = Array.from({ length: 8 }, () => withdrawAnnotation(serverOf(project), "a"));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("counts as a write", async () => {
    const project = { ...(await annotated()), writesPerMinute: 1 };
    const sender = browserOf(project, "i");
    expect(await withdraw(sender, "annotation", "a")).toMatchObject({ "ratelimit-remaining": "0" });
    await expect(withdraw(sender, "annotation", "b")).rejects.toMatchObject({ code: "too_many_writes" });
  });
});

it("one device's highlights, whatever their dates, do not hide those of others", async () => {
  const project = { ...(await testProject()), writesPerMinute: 1_000 };
  await logInteraction(project, { ...answer, interaction_id: "i" } as never);
  await send(browserOf(project, "i", { deviceId: "ann" }), [quote("i", { annotation_id: "honest" })]);
  const old = { created_at: "1970-01-01T00:00:00Z" };
  const many = Array.from({ length: 120 }, (_, n) => quote("i", { annotation_id: `m${n}`, ...old }));
  await send(browserOf(project, "i", { deviceId: "mallory" }), many);
  const shown = await readShownInteraction(project.projectId, "i", null);
  expect(shown?.annotations).toHaveLength(100);
  expect(shown?.annotations.map(({ annotationId }) => annotationId)).toContain("honest");
  const age = Date.now() - (shown?.annotations[0]?.createdAt.getTime() ?? 0);
  expect(age / 86_400_000).toBeCloseTo(30, 1);
});
