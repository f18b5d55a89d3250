import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "#lib/platform/ids.ts";
import { createProject } from "#lib/platform/projects/create-project.ts";
import { deleteSampleProject } from "#lib/platform/projects/sample-project.ts";
import { testDatabase } from "#tests/database/database.ts";
import { eraseWhole } from "#tests/database/erase-whole.ts";
import { loadSampleProject, loadStream } from "./index.ts";

const database = testDatabase("bytes");
const organizationId = newId();

beforeAll(async () => {
  await database.client().organization.create({ data: { id: organizationId, name: "Ours" } });
});

const ignore = () => {};

/** What the sample project holds, and what is left behind of any that is gone. */
async function counts() {
  const [row] = await database.client().$queryRaw<Record<string, number>[]>`
    SELECT
      (SELECT count(*) FROM interactions JOIN projects USING (project_id) WHERE is_sample)::int AS interactions,
      (SELECT count(*) FROM feedback JOIN projects USING (project_id) WHERE is_sample)::int AS ratings,
      (SELECT count(*) FROM signals)::int + (SELECT count(*) FROM annotations)::int
        + (SELECT count(*) FROM preferences)::int AS behaviour,
      (SELECT coalesce(sum(interactions), 0) FROM metric_slices WHERE cube = 'core' AND width = 'day')::int AS counted,
      (SELECT count(*) FROM metric_names)::int AS names,
      (SELECT count(*) FROM metric_marks)::int AS marks,
      (SELECT count(*) FROM projects WHERE is_sample)::int AS projects`;
  return row;
}

async function linesOf(stream: ReadableStream<Uint8Array>): Promise<Record<string, unknown>[]> {
  const text = await new Response(stream).text();
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

// It writes and counts 12,000 answers several times over.
describe("the sample project", { timeout: 90_000 }, () => {
  it("is loaded to its end after a load that broke off in the middle", async () => {
    const broken = loadSampleProject(organizationId, (done, total) => {
      if (done > total / 2) throw new Error("pulled the plug");
    });
    await expect(broken).rejects.toThrow("pulled the plug");
    const half = await counts();
    const steps: [number, number, string][] = [];
    const { projectSlug } = await loadSampleProject(organizationId, (...step) => steps.push(step));
    const whole = await counts();
    expect(projectSlug).toBe("sample-project");
    expect(half?.interactions).toBeGreaterThan(0);
    expect(half?.ratings).toBe(0);
    const written = (whole?.interactions ?? 0) + (whole?.ratings ?? 0) + (whole?.behaviour ?? 0);
    expect(written).toBe(steps.at(-1)?.[0]);
    expect(steps.at(-1)?.[2]).toBe("metrics");
    expect(whole).toMatchObject({ counted: whole?.interactions, marks: 0, projects: 1 });
  });

  it("does not change when it is loaded again", async () => {
    const before = await counts();
    await loadSampleProject(organizationId, ignore);
    expect(await counts()).toEqual(before);
  });

  it("leaves nothing behind when it is deleted, and nothing to delete again", async () => {
    const own = await database.client().$transaction((tx) => createProject(tx, organizationId, "Own"));
    await deleteSampleProject(organizationId);
    await eraseWhole();
    expect(await counts()).toEqual({
      interactions: 0,
      ratings: 0,
      behaviour: 0,
      counted: 0,
      names: 0,
      marks: 0,
      projects: 0,
    });
    expect(await database.client().project.findMany({ select: { projectId: true } })).toEqual([
      { projectId: own.projectId },
    ]);
    await expect(deleteSampleProject(organizationId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the stream of a load", () => {
  it("goes on loading when the reader goes away, and takes in who comes back", async () => {
    const reader = loadStream(organizationId).getReader();
    await reader.read();
    await reader.cancel();
    const lines = await linesOf(loadStream(organizationId));
    expect(lines.at(-1)).toEqual({ project_slug: "sample-project" });
    expect(await counts()).toMatchObject({ projects: 1, marks: 0 });
    await deleteSampleProject(organizationId);
  });

  it("says so when the project is deleted meanwhile", async () => {
    const reader = loadStream(organizationId).getReader();
    const lines: string[] = [];
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (lines.push(new TextDecoder().decode(read.value)) === 2) await deleteSampleProject(organizationId);
    }
    expect(JSON.parse(lines.at(-1) ?? "")).toEqual({
      error: "The sample project was deleted while it was being loaded.",
    });
  });
});
