import { beforeEach, describe, expect, it } from "vitest";
import { inboxFilterSchema } from "#lib/act/inbox/index.ts";
import { type FoundProblem, listProblems, recordLook, takeStep } from "#lib/act/problems/index.ts";
import type { InboxRef } from "#lib/domain/inbox.ts";
import type { ProblemEvent } from "#lib/domain/problem-lifecycle.ts";
import { testDatabase } from "#tests/database/database.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { changeInbox } from "./change-inbox.ts";
import { listInbox, readInboxItem } from "./list-inbox.ts";
import { lookAt } from "./look-at.ts";
import { complaint } from "./testing/complaint.ts";
import { projectsWithInboxWork, watchInbox } from "./watch-inbox.ts";

testDatabase();

let project: TestProject;
beforeEach(async () => {
  project = await testProject();
});

const ada = { name: "Ada", id: "00000000-0000-7000-8000-000000000001" };
const ids = async (filter: object = {}) =>
  (await listInbox(project.projectId, inboxFilterSchema.parse(filter), { limit: 50 })).data.map(
    ({ ref }) => ref,
  );

describe("problems", () => {
  const figures = {
    ...{ usual: 0.2, usualOf: 900, n: 100, bad: 45, expected: 20, dispersion: 1.2, raters: 60, met: 400 },
    ...{ worse: 0.25, harm: 100 },
  };
  const found: FoundProblem = {
    ...{ kind: "rate", category: null, against: "own", title: "German answers of claude got worse" },
    ...{ scope: { model: "claude", language: "de" }, beganAt: new Date("2026-11-28T00:00:00Z"), ...figures },
  };
  const look = { usualOf: 900, groups: 40 };

  async function problem(): Promise<InboxRef> {
    await recordLook(project.projectId, () => ({ opened: [found], seen: [], steps: [], look }));
    const [{ problemId } = { problemId: "" }] = await listProblems(project.projectId);
    await watchInbox(project.projectId);
    return { kind: "problem", ref: problemId };
  }
  const step = async ({ ref }: InboxRef, event: ProblemEvent) => {
    await takeStep(project.projectId, ref, event, { name: "Ada" });
    expect(await projectsWithInboxWork()).toContain(project.projectId);
    await watchInbox(project.projectId);
    expect(await projectsWithInboxWork()).not.toContain(project.projectId);
  };
  const stateOfProblem = async (item: InboxRef) => {
    const { state, resolution } = await readInboxItem(project.projectId, item);
    return [state, resolution].filter(Boolean).join(" ");
  };

  it("are items once they are found, among the complaints by their time, and by what they name", async () => {
    const answer = await complaint(project.projectId, 1, {}, { modelName: "claude", language: "de" });
    const item = await problem();
    expect(await ids()).toEqual([item.ref, answer]);
    expect(await ids({ model: "claude" })).toEqual([item.ref, answer]);
    expect(await ids({ model: "other" })).toEqual([]);
    expect(await ids({ feature: "summary" })).toEqual([answer]);
    const { problem: about, answer: none } = await readInboxItem(project.projectId, item);
    expect([about?.title, none]).toEqual([found.title, null]);
  });

  it("come back when they change, are resolved when they are over, and unread when they are worse again", async () => {
    const item = await problem();
    const until = { state: "waiting" as const, waiting_until: null };
    await changeInbox(project.projectId, { ids: [item] }, until, ada);
    expect(await stateOfProblem(item)).toBe("waiting");
    await step(item, { kind: "start", owner: "Ada" });
    expect(await stateOfProblem(item)).toBe("unread");
    await lookAt(project.projectId, item, ada);
    await step(item, { kind: "ship" });
    expect(await stateOfProblem(item)).toBe("read");
    await step(item, { kind: "seen_usual" });
    expect(await stateOfProblem(item)).toBe("resolved fixed");
    await step(item, { kind: "seen_worse" });
    expect(await stateOfProblem(item)).toBe("unread");
  });
});
