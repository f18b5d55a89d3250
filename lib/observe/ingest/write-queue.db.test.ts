import { expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer, send, statuses } from "#tests/fixtures/events.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";

testDatabase();

const logged = (interaction_id: string) => ({ type: "interaction", ...answer, interaction_id });

it("an ordinary request is stored while a large one is still being written", async () => {
  const project = await testProject();
  const { projectId } = project;
  const server = serverOf(project);
  const held = Promise.withResolvers<void>();
  const inserted = Promise.withResolvers<void>();
  // A slow writer of the same ID, which the large request has to wait for.
  const other = db().$transaction(async (tx) => {
    const core = { featureName: "f", modelName: "m", responseText: "r", createdAt: new Date() };
    await tx.interaction.create({ data: { projectId, interactionId: "held", ...core } });
    inserted.resolve();
    await held.promise;
  });
  await inserted.promise;
  const large = send({ ...server, bodyBytes: 100_000 }, [logged("held")]);
  const ended: string[] = [];
  void large.then(() => ended.push("large"));
  const ordinary = await Promise.all(["a", "b", "c"].map((id) => send(server, [logged(id)])));
  expect(ordinary.map(statuses)).toEqual([[201], [201], [201]]);
  expect(ended).toEqual([]);
  held.resolve();
  await other;
  await large;
});
