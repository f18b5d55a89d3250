import { forgetKeys } from "../api-keys/key-cache.ts";
import { db, type Transaction } from "../db/client.ts";
import { Problem } from "../problem/index.ts";
import { createProject } from "./create-project.ts";
import { endProjects } from "./delete-project.ts";
import { type ProjectContext, projectContext, projectContextColumns } from "./project-context.ts";

/** The sample project. Its data is generated up to the time of its creation. */
export type SampleProject = ProjectContext & { createdAt: Date };

/** Its name; the second is used if another project has the first. */
const NAMES = ["Sample project", "Sample project (generated)"] as const;

/** Serializes the creation of sample projects across all processes. */
const SAMPLE_LOCK = 727_002;

const select = { ...projectContextColumns, createdAt: true } as const;

/** The organization's sample project; created empty if there is none. */
export function ensureSampleProject(organizationId: string): Promise<SampleProject> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SAMPLE_LOCK}::bigint)`;
    const there = await tx.project.findFirst({ where: { organizationId, isSample: true }, select });
    if (there) return sampleOf(there);
    const { projectId } = await createProject(tx, organizationId, await freeName(tx, organizationId), true);
    return sampleOf(await tx.project.findUniqueOrThrow({ where: { projectId }, select }));
  });
}

const sampleOf = (row: Parameters<typeof projectContext>[0] & { createdAt: Date }): SampleProject => ({
  ...projectContext(row),
  createdAt: row.createdAt,
});

async function freeName(tx: Transaction, organizationId: string): Promise<string> {
  const name = { equals: NAMES[0], mode: "insensitive" as const };
  return (await tx.project.findFirst({ where: { organizationId, name } })) ? NAMES[1] : NAMES[0];
}

/** Whether the project still exists: it may be deleted while it is being loaded. */
export async function projectExists(projectId: string): Promise<boolean> {
  const found = await db().project.findFirst({
    where: { projectId, deletedAt: null },
    select: { projectId: true },
  });
  return found !== null;
}

/**
 * Deletes the organization's sample project.
 * @throws Problem 404 if it has none.
 */
export async function deleteSampleProject(organizationId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const samples = await tx.project.findMany({
      where: { organizationId, isSample: true },
      select: { projectId: true },
    });
    if (samples.length === 0) throw new Problem("not_found", "Sample project not found.");
    await endProjects(
      tx,
      samples.map(({ projectId }) => projectId),
    );
  });
  forgetKeys();
}
