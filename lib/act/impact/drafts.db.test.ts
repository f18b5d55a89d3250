import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import {
  applyImprovementChange,
  draftImprovements,
  type Improvement,
  type ImprovementChange,
  listImprovements,
  tellRater,
} from "./index.ts";
import { earlier, ratedIn, text } from "./testing/rated-in.ts";

testDatabase();

let projectId: string;
beforeEach(async () => {
  ({ projectId } = await testProject());
});

const change = ({ improvementId }: Improvement, sent: ImprovementChange) =>
  applyImprovementChange(projectId, improvementId, sent, "Ada");
const toldTo = async (rater: string) => (await tellRater(projectId, rater)).map((each) => each.improvementId);

describe("drafts appear by themselves", () => {
  const version = (of: string, at: number) => ({
    ...{
      projectId,
      template: "reply",
      version: of,
      kind: "text" as const,
      content: "t",
      author: "Ada",
      note: "",
    },
    createdAt: new Date(Date.now() - 86_400_000 + at),
  });
  const move = (from: string, to: string) =>
    db().$transaction([
      db().promptLabel.upsert({
        where: { projectId_template_label: { projectId, template: "reply", label: "production" } },
        create: { projectId, template: "reply", label: "production", version: to },
        update: { version: to },
      }),
      db().promptLabelMove.create({
        data: {
          ...{
            projectId,
            template: "reply",
            id: randomUUID(),
            label: "production",
            movedBy: "Ada",
            reason: "r",
          },
          ...{ fromVersion: from, toVersion: to },
        },
      }),
    ]);
  const versions = async () => {
    await db().promptTemplate.create({ data: { projectId, template: "reply", kind: "text" } });
    await db().promptVersion.createMany({ data: [version("v1", 1), version("v2", 2)] });
  };

  it("of a version that became production, once; it is not told while it is rolled back", async () => {
    await versions();
    await move("v1", "v2");
    await Promise.all([draftImprovements(), draftImprovements()]);
    const [draft, ...more] = await listImprovements(projectId);
    expect(more).toEqual([]);
    expect(draft).toMatchObject({
      ...{ source: { kind: "prompt_version", template: "reply", version: "v2" }, state: "draft" },
      ...{ scope: { promptTemplate: "reply" }, holdOut: 0.1, createdBy: "Whetstone", silent: null },
    });
    await move("v2", "v1");
    await draftImprovements();
    expect(await listImprovements(projectId)).toMatchObject([{ silent: "rolled_back" }]);
    const told = { state: "published" as const, texts: [text] };
    await expect(change(draft as Improvement, told)).rejects.toThrow("not in production any more");
  });

  it("of a problem that was fixed, also where a version did it; it is not told once it is back", async () => {
    await versions();
    const problemId = randomUUID();
    const fixedAt = new Date();
    await db().problem.create({
      data: {
        ...{ projectId, problemId, kind: "category", category: "too_long", against: "own", state: "fixed" },
        ...{
          scope: { prompt_template: "reply" },
          title: "More “too_long”",
          beganAt: earlier(9),
          foundAt: earlier(8),
        },
        ...{
          fixedAt,
          seenAt: fixedAt,
          updatedAt: fixedAt,
          usual: 0.1,
          usualOf: 900,
          n: 100,
          bad: 40,
          expected: 10,
        },
        ...{ dispersion: 1, raters: 80, met: 200, worse: 0.3, harm: 60 },
        link: { kind: "prompt_version", template: "reply", version: "v2" },
      },
    });
    await move("v1", "v2");
    await draftImprovements();
    const [draft, ...more] = await listImprovements(projectId);
    expect(more).toEqual([]);
    expect(draft).toMatchObject({
      ...{ source: { kind: "problem", problemId }, name: "More “too_long”", categories: ["too_long"] },
      ...{ since: earlier(9), shippedAt: fixedAt },
    });
    await ratedIn(projectId, "user:a", { ratingCategories: ["too_long"] }, { promptTemplate: "reply" });
    await change(draft as Improvement, { state: "published", texts: [text], hold_out: 0 });
    expect(await toldTo("user:a")).toHaveLength(1);
    await db().problem.updateMany({ where: { projectId }, data: { state: "regressed" } });
    expect(await toldTo("user:a")).toEqual([]);
    await db().problem.updateMany({ where: { projectId }, data: { state: "verified" } });
    expect(await toldTo("user:a")).toHaveLength(1);
  });
});
