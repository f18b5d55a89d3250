import { describe, expect, it } from "vitest";
import { feedbackToken } from "#lib/platform/auth/feedback-token.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer, send, statuses } from "#tests/fixtures/events.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { browserOf, serverOf } from "#tests/fixtures/sender.ts";
import { countPairs, listPairs, preferenceShares } from "./index.ts";

testDatabase();

const everything = { from: new Date(0), to: new Date("2999-01-01"), source: "user" } as const;

/** A project with logged answers: IDs starting with "a" are of model A, those with "b" of model B. */
async function open(...ids: string[]): Promise<TestProject> {
  const project = await testProject();
  await send(
    serverOf(project),
    ids.map((id) => ({ ...answer, type: "interaction", interaction_id: id, model_name: id.slice(0, 1) })),
  );
  return { ...project, writesPerMinute: 1_000 };
}

const preference = (preferred_id: string, rejected_id: string, more: object = {}) => ({
  ...{ type: "preference", preferred_id, rejected_id, user_id: "ann" },
  ...more,
});

/** What is counted for model "a", and how many pairs its list contains. */
async function figures({ projectId }: TestProject, source: "user" | "reviewer" = "user") {
  const asked = { by: "model", key: ["a"], outcome: "any" } as const;
  const { total } = await listPairs(projectId, { ...everything, source }, asked);
  const shares = preferenceShares(await countPairs(projectId, { ...everything, source }), "model");
  const { preferred = 0, rejected = 0, ties = 0 } = shares.find(({ key: [model] }) => model === "a") ?? {};
  return { preferred, rejected, ties, total };
}

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n}`);

describe("a user's comparisons", () => {
  it("count each answer once as preferred and once as rejected, whichever pairs a device sends", async () => {
    const [as, bs] = [names("a", 6), names("b", 6)];
    const project = await open(...as, ...bs);
    const honest = as.map((a, n) => preference(a, bs[n] ?? "", { user_id: `honest-${n}` }));
    await send(serverOf(project), honest);
    for (const b of bs) {
      const all = as.map((a, n) => ({
        ...preference(b, a, { user_id: undefined, device_id: "one", tie: n === 0 }),
        rejected_feedback_token: feedbackToken(project, a, new Date()),
      }));
      expect(statuses(await send(browserOf(project, b), all))).toEqual(Array(6).fill(201));
    }
    const { preferred, rejected, ties, total } = await figures(project);
    expect(preferred).toBe(6);
    expect(rejected + ties).toBeGreaterThan(0);
    expect(rejected + ties).toBeLessThanOrEqual(6);
    expect(total).toBe(preferred + rejected + ties);
  });

  it("count the last one of each answer, including ties and chains of answers", async () => {
    const project = await open("a1", "b1", "a2", "b2", "a3");
    const at = (second: number) => ({ created_at: `2026-10-01T10:00:0${second}Z` });
    await send(serverOf(project), [
      preference("a1", "b1", at(1)),
      preference("b1", "a2", at(2)),
      preference("a2", "b2", at(3)),
    ]);
    expect(await figures(project)).toEqual({ preferred: 2, rejected: 1, ties: 0, total: 3 });
    await send(serverOf(project), [preference("b1", "a3", { ...at(4), tie: true })]);
    expect(await figures(project)).toEqual({ preferred: 2, rejected: 0, ties: 1, total: 3 });
    await send(serverOf(project), [preference("b1", "a1", at(5))]);
    expect(await figures(project)).toEqual({ preferred: 1, rejected: 1, ties: 0, total: 2 });
  });

  it("do not push out others when repeated", async () => {
    const project = await open("a1", "a2", "b1", "b2");
    await send(serverOf(project), [preference("a1", "b1", { created_at: "2026-10-01T10:00:00Z" })]);
    await db().$executeRaw`
      INSERT INTO preferences (project_id, preference_id, preferred_id, rejected_id, tie, rater, fingerprint, created_at)
      SELECT ${project.projectId}::uuid, 'again-' || n, 'b2', 'a2', false, 'device:one', '', '2026-10-02'::timestamptz
      FROM generate_series(1, 20000) AS n`;
    expect(await figures(project)).toEqual({ preferred: 1, rejected: 1, ties: 0, total: 2 });
  });
});

it("every pair of a reviewer's comparisons counts", async () => {
  const project = await open("a1", "a2", "b1", "b2");
  const pairs = ["a1", "a2"].flatMap((a) =>
    ["b1", "b2"].map((b) => preference(a, b, { source: "reviewer" })),
  );
  await send(serverOf(project), [...pairs, ...pairs]);
  expect(await figures(project, "reviewer")).toEqual({ preferred: 4, rejected: 0, ties: 0, total: 4 });
});
