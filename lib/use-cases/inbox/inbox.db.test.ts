import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { type InboxChange, inboxFilterSchema, undoChange } from "#lib/act/inbox/index.ts";
import { inboxItemId } from "#lib/domain/inbox.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { writeAnswer } from "#tests/database/raw-rows.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { changeInbox, changeInboxItem } from "./change-inbox.ts";
import { listInbox, readInboxItem } from "./list-inbox.ts";
import { lookAt } from "./look-at.ts";
import { complain as complainOf, highlight, minute, complaint as newComplaint } from "./testing/complaint.ts";
import { projectsWithInboxWork, watchInbox } from "./watch-inbox.ts";

testDatabase();

let project: TestProject;
const ada = { name: "Ada", id: randomUUID() };
const at = "2026-11-02T12:00:00Z";

beforeEach(async () => {
  project = await testProject();
  ada.id = randomUUID();
  await db().user.create({ data: { ...ada, email: `${ada.id}@example.test` } });
  const { organizationId } = project;
  await db().member.create({ data: { organizationId, userId: ada.id, role: "editor" } });
});

const complaint = (n: number, given?: object, answer?: object) =>
  newComplaint(project.projectId, n, given, answer);
const mark = (interactionId: string, n: number, given: object) =>
  highlight(project.projectId, interactionId, n, given);
const complain = (interactionId: string, n: number, given?: object) =>
  complainOf(project.projectId, interactionId, n, given);

const ids = async (filter: object = {}, limit = 50) => {
  const query = inboxFilterSchema.parse(filter);
  return (await listInbox(project.projectId, query, { limit })).data.map(({ ref }) => ref);
};
const of = (...refs: string[]) => ({ ids: refs.map((ref) => ({ kind: "answer" as const, ref })) });
const change = (refs: string[], made: InboxChange) => changeInbox(project.projectId, of(...refs), made, ada);
const stateOf = async (ref: string) => {
  const { state, assignee, resolution } = await readInboxItem(project.projectId, { kind: "answer", ref });
  return [state, assignee?.name, resolution].filter(Boolean).join(" ");
};

describe("what is an item", () => {
  it.each<[string, boolean, object]>([
    ["a thumbs down", true, {}],
    ["a thumbs up", false, { ratingValue: 1 }],
    ["a thumbs up with a bad category", false, { ratingValue: 1, ratingCategories: ["inaccurate"] }],
    ["two stars", true, { ratingType: "stars", ratingValue: 2 }],
    ["three stars", false, { ratingType: "stars", ratingValue: 3 }],
    ["a correction", true, { ratingType: "correction", ratingValue: null, correctionText: "Right." }],
    ["a comment", false, { ratingType: "comment", ratingValue: null, feedbackComment: "Hm." }],
    [
      "a comment with a complaint's category",
      true,
      { ratingType: "comment", ratingValue: null, ratingCategories: ["clear", "too_long"] },
    ],
    [
      "a comment with praise",
      false,
      { ratingType: "comment", ratingValue: null, ratingCategories: ["clear"] },
    ],
    ["a reviewer's thumbs down", false, { source: "reviewer" }],
  ])("%s: %s", async (_, isItem, given) => {
    const id = await complaint(1, given);
    expect(await ids()).toEqual(isItem ? [id] : []);
  });

  it.each<[string, boolean, object]>([
    ["with a comment", true, { comment: "It is not." }],
    ["with a complaint's category", true, { category: "inaccurate" }],
    ["with praise", false, { category: "clear", comment: "Yes!" }],
    ["alone", false, {}],
  ])("a highlight %s: %s", async (_, isItem, given) => {
    const id = await writeAnswer(project.projectId, at);
    await mark(id, 1, given);
    expect(await ids()).toEqual(isItem ? [id] : []);
  });

  it("is an answer once, at its newest complaint, however many complained, with highlights", async () => {
    const [first = "", second = "", third = ""] = [
      await complaint(1),
      await complaint(2),
      await complaint(3),
    ];
    await complain(first, 4, { rater: "user:b" });
    await mark(second, 5, { comment: "No." });
    expect(await ids()).toEqual([second, first, third]);
    expect(await ids({}, 1)).toEqual([second]);
  });

  it("leaves out what is in an excluded burst", async () => {
    const id = await complaint(1);
    const burst = { projectId: project.projectId, burstId: randomUUID(), kind: "minute" as const };
    const counts = { votes: 1, expected: 1, chance: 0, groups: 1, foundAt: minute(1), leftOut: true };
    await db().burst.create({ data: { ...burst, beganAt: minute(1), endedAt: minute(1), ...counts } });
    await db().feedback.updateMany({ where: { interactionId: id }, data: { burstId: burst.burstId } });
    expect(await ids()).toEqual([]);
  });
});

describe("lists", () => {
  it("are paged by their end, over answers of one moment, and of all states", async () => {
    for (const n of [1, 2, 3, 4, 5]) await complaint(n > 2 ? n + 10 : n);
    await db().feedback.updateMany({ data: { createdAt: minute(1), updatedAt: minute(1) } });
    await change(["answer-2"], { state: "unread" });
    await change(["answer-14"], { state: "read" });
    const all = await ids();
    expect(all.toSorted()).toEqual(["answer-1", "answer-13", "answer-14", "answer-15", "answer-2"]);
    const paged: string[] = [];
    const query = inboxFilterSchema.parse({});
    for (
      let cursor = undefined as Awaited<ReturnType<typeof listInbox>>["next"] | undefined;
      cursor !== null;
    ) {
      const page = await listInbox(project.projectId, query, { limit: 2, cursor: cursor ?? undefined });
      paged.push(...page.data.map(({ ref }) => ref));
      cursor = page.next;
    }
    expect(paged).toEqual(all);
  });

  it("are narrowed by what the answer is, what was said, and who works on it", async () => {
    await complaint(
      1,
      { ratingCategories: ["too_long"] },
      { featureName: "search", responseText: "late refund" },
    );
    await complaint(2, {}, { promptTemplate: "answer", promptVersion: "v2" });
    await db().searchMark.createMany({
      data: ["answer-1", "answer-2"].map((interactionId) => ({
        projectId: project.projectId,
        minute: new Date(at),
        interactionId,
      })),
    });
    await change(["answer-2"], { assignee: `${ada.id}@EXAMPLE.test`, add_tags: ["tone"] });
    expect(await ids({ feature: "search" })).toEqual(["answer-1"]);
    expect(await ids({ feature: "summary" })).toEqual([]);
    expect(await ids({ category: "too_long" })).toEqual(["answer-1"]);
    expect(await ids({ q: "refu" })).toEqual(["answer-1"]);
    expect(await ids({ q: "refund -late" })).toEqual([]);
    expect(await ids({ state: "assigned", prompt_version: "v2" })).toEqual(["answer-2"]);
    expect(await ids({ state: "assigned", assignee: ada.id, tag: "tone" })).toEqual(["answer-2"]);
    expect(await ids({ state: "assigned", assignee: "none" })).toEqual([]);
    await expect(ids({ assignee: "nobody@example.test" })).rejects.toMatchObject({ code: "invalid_body" });
  });
});

describe("looking", () => {
  it("reads an item, and its complaints, until somebody complains again", async () => {
    const id = await complaint(1);
    await lookAt(project.projectId, { kind: "answer", ref: id }, ada);
    expect(await stateOf(id)).toBe("read");
    expect(await ids({ state: "unread" })).toEqual([]);
    expect(await db().feedback.count({ where: { projectId: project.projectId, lookedAt: null } })).toBe(0);
    await complain(id, 2_000_000, { rater: "user:b" });
    expect(await stateOf(id)).toBe("unread");
    expect(await ids({ state: "unread" })).toEqual([id]);
    expect(await ids({ state: "read" })).toEqual([]);
  });

  it("is recorded for an answer that nobody complained about, and for none that is not there", async () => {
    const id = await complaint(1, { ratingValue: 1 });
    await lookAt(project.projectId, { kind: "answer", ref: id }, ada);
    await lookAt(project.projectId, { kind: "answer", ref: "no such answer" }, ada);
    expect(await db().interactionLook.findMany({ where: { projectId: project.projectId } })).toMatchObject([
      { interactionId: id, userId: ada.id },
    ]);
    expect(await db().inboxItem.count({ where: { projectId: project.projectId } })).toBe(0);
  });

  it("takes what a sender's clock ahead of ours said as seen", async () => {
    const id = await complaint(1);
    const ahead = new Date(Date.now() + 240_000);
    await db().feedback.updateMany({ where: { interactionId: id }, data: { updatedAt: ahead } });
    await lookAt(project.projectId, { kind: "answer", ref: id }, ada);
    expect(await stateOf(id)).toBe("read");
  });
});

describe("changes", () => {
  it("are told by their history, and what is resolved comes back with a new complaint", async () => {
    const id = await complaint(1, {}, { promptTemplate: "answer", promptVersion: "v1" });
    await change([id], { assignee: ada.id, note: "Mine." });
    await writeAnswer(project.projectId, at, { promptTemplate: "answer", promptVersion: "v3" });
    const fixed_in = { prompt_template: "answer", prompt_version: "v3" };
    await change([id], { state: "resolved", fixed_in });
    expect(await stateOf(id)).toBe("resolved Ada fixed");
    await complain(id, 2_000_000, { rater: "user:b" });
    expect(await stateOf(id)).toBe("unread");
    await lookAt(project.projectId, { kind: "answer", ref: id }, ada);
    const { history } = await readInboxItem(project.projectId, { kind: "answer", ref: id });
    expect(history.map(({ step, note, by }) => [step, note, by])).toEqual([
      ["read", null, "Ada"],
      ["reopened", null, "Ada"],
      ["resolved", null, "Ada"],
      ["noted", "Mine.", "Ada"],
      ["assigned", null, "Ada"],
    ]);
    expect(history[2]?.change).toMatchObject({ resolution: "fixed", prompt_version: "v3" });
  });

  it("of many are made at once, by IDs or by a filter, and undone where nobody changed an item since", async () => {
    for (const n of [1, 2, 3, 4]) await complaint(n, {}, n < 4 ? { featureName: "search" } : {});
    await change(["answer-1"], { assignee: ada.id });
    const filter = inboxFilterSchema.parse({ feature: "search" });
    const done = await changeInbox(
      project.projectId,
      { filter },
      { state: "resolved", add_tags: ["x"] },
      ada,
    );
    expect(done).toMatchObject({ refused: [], unchanged: 0, more: false });
    expect(done.changed.map(inboxItemId).toSorted()).toEqual(["answer:answer-2", "answer:answer-3"]);
    await change(["answer-3"], { note: "Really?" });
    const undone = await undoChange(project.projectId, done.batchId, ada, new Date());
    expect(undone).toEqual({ undone: [{ kind: "answer", ref: "answer-2" }], changedSince: 1 });
    expect(await stateOf("answer-2")).toBe("unread");
    expect(await ids()).toEqual(["answer-4", "answer-2"]);
    expect(await undoChange(project.projectId, done.batchId, ada, new Date())).toMatchObject({ undone: [] });
  });

  it("are refused one by one, with what is wrong", async () => {
    const [id = "", other = ""] = [await complaint(1), await complaint(2)];
    await change([id], { state: "resolved" });
    const until = new Date(Date.now() + 86_400_000);
    const done = await change([id, other, "not-there"], { state: "waiting", waiting_until: until });
    expect(done.changed).toEqual([{ kind: "answer", ref: other }]);
    expect(done.refused.map(({ item, message }) => [item.ref, message])).toEqual([
      [id, "It is resolved. Reopen it before it waits."],
      ["not-there", "There is no such item in the inbox."],
    ]);
    const one = (ref: string, made: InboxChange) =>
      changeInboxItem(project.projectId, { kind: "answer", ref }, made, ada);
    await expect(one("not-there", { state: "read" })).rejects.toMatchObject({ code: "not_found" });
    await expect(one(other, { state: "waiting", waiting_until: new Date(0) })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(one(other, { state: "waiting", waiting_until: null })).rejects.toMatchObject({
      code: "conflict",
    });
    const fixed_in = { prompt_template: "answer", prompt_version: "v9" };
    await expect(one(other, { state: "resolved", fixed_in })).rejects.toMatchObject({
      code: "unknown_prompt_version",
    });
    await expect(one(other, { assignee: randomUUID() })).rejects.toMatchObject({ code: "invalid_body" });
  });

  it("of two at the same moment wait for each other, and both stand in the history", async () => {
    const id = await complaint(1);
    await Promise.all([1, 2, 3, 4, 5].map((n) => change([id], { note: `note ${n}` })));
    const { history } = await readInboxItem(project.projectId, { kind: "answer", ref: id });
    expect(history).toHaveLength(5);
  });
});

describe("by themselves", () => {
  it("items come back at their date, to whoever works on them", async () => {
    const [mine = "", other = ""] = [await complaint(1), await complaint(2)];
    await change([mine], { assignee: ada.id });
    const until = new Date(Date.now() + 86_400_000);
    await change([mine, other], { state: "waiting", waiting_until: until });
    expect(await projectsWithInboxWork()).not.toContain(project.projectId);
    await db().inboxItem.updateMany({
      where: { projectId: project.projectId },
      data: { waitingUntil: new Date(Date.now() - 1) },
    });
    expect(await projectsWithInboxWork()).toContain(project.projectId);
    await watchInbox(project.projectId);
    expect(await stateOf(mine)).toBe("assigned Ada");
    expect(await stateOf(other)).toBe("unread");
    expect(await projectsWithInboxWork()).not.toContain(project.projectId);
  });

  it("items of a member who leaves go back to everybody, and the name stays in the history", async () => {
    const id = await complaint(1);
    await change([id], { assignee: ada.id });
    await db().user.delete({ where: { id: ada.id } });
    expect(await stateOf(id)).toBe("assigned");
    await watchInbox(project.projectId);
    const { state, assignee, history } = await readInboxItem(project.projectId, { kind: "answer", ref: id });
    expect([state, assignee]).toEqual(["unread", null]);
    expect(history.map(({ step, by }) => [step, by])).toEqual([
      ["unassigned", "Whetstone"],
      ["assigned", "Ada"],
    ]);
  });

  it("items go with their answer, history and all", async () => {
    const id = await complaint(1);
    await change([id], { note: "Secret." });
    await db().interaction.deleteMany({ where: { projectId: project.projectId, interactionId: id } });
    expect(await db().inboxItem.count({ where: { projectId: project.projectId } })).toBe(0);
    expect(await db().inboxEvent.count({ where: { projectId: project.projectId } })).toBe(0);
  });
});
