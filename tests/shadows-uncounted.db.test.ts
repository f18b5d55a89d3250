import { expect, it } from "vitest";
import { publicRoutes } from "#app/api/contract.ts";
import { listCandidates } from "#bench/dashboard/candidates.ts";
import { moveModelLabel } from "#lib/act/models/index.ts";
import { refreshMetrics } from "#lib/evaluate/metrics/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { events, FEATURE } from "./api/dashboard-case.ts";
import { testDatabase } from "./database/database.ts";
import { send, statuses } from "./fixtures/events.ts";
import { type TestProject, testProject } from "./fixtures/project.ts";
import { serverOf } from "./fixtures/sender.ts";

testDatabase();

const NOW = new Date("2026-04-01T00:00:00Z");

/** What the list of shadow answers itself says. */
const ofShadows = (path: string) => path.startsWith("/api/shadows");

/** What every query of the dashboard and every list and figure of the API says of a project. */
async function everythingOf({ projectId, secretKey }: TestProject): Promise<Record<string, unknown>> {
  const said: Record<string, unknown> = {};
  const filter = { projectId, tz: "UTC", from: "2026-03-01", to: "2026-03-31" };
  for (const { label, run } of listCandidates(filter, filter, NOW)) said[label] = await run();
  const window = { from: "2026-03-01", to: "2026-03-31" };
  const queries: Record<string, Record<string, string>> = {
    "/api/interactions": {},
    "/api/dashboard/cohorts": { ...window, kind: "tenant" },
    "/api/dashboard/cohorts/{feature}": { ...window, kind: "tenant" },
    "/api/dashboard/problems": { days: "365" },
    "/api/experiments/compare": { template: "sum", a: "v1", b: "v2", days: "28" },
  };
  for (const { path, handlers } of publicRoutes) {
    if (!handlers.GET || ofShadows(path) || /\{(?!feature\})|health|ready|impact/.test(path)) continue;
    const query = new URLSearchParams(
      queries[path] ?? (path.startsWith("/api/dashboard/") ? { ...window } : {}),
    );
    const address = `http://localhost:3000${path.replace("{feature}", FEATURE)}?${query}`;
    const request = new Request(address, { headers: { Authorization: `Bearer ${secretKey}` } });
    const answer = await handlers.GET(request, { params: Promise.resolve({ feature: FEATURE }) });
    said[path] = await answer.json();
    expect(answer.status, `${path}: ${JSON.stringify(said[path])}`).toBe(200);
  }
  return said;
}

const rowsOf = async (projectId: string) => ({
  interactions: await db().interaction.count({ where: { projectId } }),
  marks: await db().metricMark.count({ where: { projectId } }),
  searched: await db().searchMark.count({ where: { projectId } }),
});

it("shadow answers change no figure, list or trend, and leave nothing to be counted again", async () => {
  const project = await testProject();
  const { projectId } = project;
  await send(serverOf(project), [...events]);
  await refreshMetrics(projectId);
  const label = { projectId, feature: FEATURE, label: "production" };
  await moveModelLabel(label, { model: "m", reason: "In use.", by: "Ada" });
  const before = [await everythingOf(project), await rowsOf(projectId)];
  const [figures] = before as [Record<string, unknown>];
  expect(Object.keys(figures).length, "queries and routes that were asked").toBeGreaterThan(40);
  expect(figures["/api/dashboard/overview"]).toMatchObject({ current: { interactions: 24 } });

  const shown = events.filter((event) => "type" in event && event.type === "interaction") as {
    interaction_id: string;
  }[];
  const shadows = shown.flatMap((event) => [
    { ...event, interaction_id: `${event.interaction_id}-shadow`, shadow_of: event.interaction_id },
    {
      ...{ ...event, interaction_id: `${event.interaction_id}-other`, shadow_of: event.interaction_id },
      ...{ model_name: "unseen", prompt_version: "v9", tenant: "unseen", response_text: "unseen words" },
      ...{ experiment: "unseen", variant: "a", user_id: "unseen", session_id: "unseen" },
    },
  ]);
  expect(new Set(statuses(await send(serverOf(project), shadows)))).toEqual(new Set([201]));
  const ratings = shadows.map(({ interaction_id }) => ({
    ...{ type: "feedback", interaction_id, rating_type: "binary", rating_value: 0, user_id: "unseen" },
  }));
  expect(new Set(statuses(await send(serverOf(project), ratings)))).toEqual(new Set([409]));
  await refreshMetrics(projectId);
  expect([await everythingOf(project), await rowsOf(projectId)]).toEqual(before);
  expect(await db().shadowAnswer.count({ where: { projectId } })).toBe(shadows.length);
});
