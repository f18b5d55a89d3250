import { expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { answer, send } from "#tests/fixtures/events.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { rate } from "../domain/rate.ts";
import { readPairs, readPreferences } from "./read-preferences.ts";

testDatabase();

const logged = (interaction_id: string, model_name: string, more: object = {}) => ({
  ...{ type: "interaction", interaction_id, ...answer, model_name, prompt_template: "reply", ...more },
});
let minute = 0;
const preference = (preferred_id: string, rejected_id: string, user_id: string, more: object = {}) => ({
  ...{ type: "preference", preferred_id, rejected_id, user_id },
  created_at: `2026-10-01T10:${String(minute++).padStart(2, "0")}:00Z`,
  ...more,
});

it("counts the last of each rater and pair by model and by prompt, within filters, and lists those very pairs", async () => {
  const project = await testProject();
  const { projectId } = project;
  const results = await send(serverOf(project), [
    ...[logged("a", "large"), logged("b", "small", { tenant: "acme" }), logged("c", "small")],
    logged("d", "large", { prompt_version: "v2" }),
    preference("b", "a", "u"),
    // Somebody who thinks better of it counts once.
    preference("a", "b", "u"),
    preference("a", "b", "v"),
    preference("c", "a", "v"),
    preference("b", "a", "w", { tie: true }),
    preference("a", "b", "x", { source: "reviewer" }),
    preference("a", "b", "y", { created_at: "2026-09-01T10:00:00Z" }),
    // Of one model: says nothing of models.
    preference("d", "a", "u", { comment: "Shorter." }),
  ]);
  expect(results.filter(({ status }) => status !== 201)).toEqual([]);
  const filter = { projectId, from: "2026-10-01", to: "2026-10-01", tz: "UTC" };
  const { models, promptVersions } = await readPreferences(filter);
  expect(models).toEqual([
    { key: ["large"], preferred: 2, rejected: 1, ties: 1, share: rate(2, 3) },
    { key: ["small"], preferred: 1, rejected: 2, ties: 1, share: rate(1, 3) },
  ]);
  expect(promptVersions.map(({ key, preferred, rejected }) => [key, preferred, rejected])).toEqual([
    [["reply", ""], 0, 1],
    [["reply", "v2"], 1, 0],
  ]);
  for (const { key, preferred, rejected, ties } of models) {
    const count = async (outcome: "preferred" | "rejected" | "tie" | "any") => {
      const { pairs, total } = await readPairs(filter, { by: "model", key, outcome });
      expect(pairs).toHaveLength(total);
      return total;
    };
    expect([
      await count("preferred"),
      await count("rejected"),
      await count("tie"),
      await count("any"),
    ]).toEqual([...[preferred, rejected, ties, preferred + rejected + ties]]);
  }
  const { pairs } = await readPairs(filter, { by: "prompt", key: ["reply", "v2"], outcome: "preferred" });
  expect(pairs).toMatchObject([
    {
      ...{ tie: false, comment: "Shorter." },
      preferred: { interactionId: "d", model: "large", promptVersion: "v2", excerpt: answer.response_text },
      rejected: { interactionId: "a", promptVersion: "" },
    },
  ]);
  expect((await readPreferences({ ...filter, tenant: "acme" })).models[0]).toMatchObject({
    preferred: 2,
    rejected: 0,
  });
  expect((await readPreferences(filter, "reviewer")).models[0]).toMatchObject({
    key: ["large"],
    preferred: 1,
  });
});
