import { validate } from "uuid";
import { db } from "#lib/platform/db/client.ts";
import {
  type ProjectContext,
  projectContext,
  projectContextColumns as select,
} from "#lib/platform/projects/project-context.ts";

/**
 * Finds the project given on a command line by ID, slug or name; without a name, the only one besides
 * samples.
 * @throws Error that lists all projects and how to create one.
 */
export async function findProject(named: string | undefined): Promise<ProjectContext> {
  if (named === undefined) return onlyProject();
  const byKey = await db().project.findFirst({
    where: { deletedAt: null, ...(validate(named) ? { projectId: named } : { slug: named }) },
    select,
  });
  if (byKey) return projectContext(byKey);
  const called = await db().$queryRaw<{ id: string }[]>`
    SELECT project_id AS id FROM projects WHERE lower(name) = lower(${named}) AND deleted_at IS NULL`;
  const [found, ...others] = await db().project.findMany({
    where: { projectId: { in: called.map(({ id }) => id) } },
    select,
  });
  if (!found) throw new Error(`Project “${named}” not found. ${await whatThereIs()} ${howToMake(named)}`);
  if (others.length > 0) {
    throw new Error(`Several projects are named “${named}”. Choose one by its slug. ${await whatThereIs()}`);
  }
  return projectContext(found);
}

async function onlyProject(): Promise<ProjectContext> {
  const [found, ...others] = await db().project.findMany({
    where: { isSample: false, deletedAt: null },
    select,
    take: 2,
  });
  if (!found) throw new Error(`There are no projects yet. ${howToMake("My project")}`);
  if (others.length > 0) {
    throw new Error(`There are several projects. Choose one with --project. ${await whatThereIs()}`);
  }
  return projectContext(found);
}

const howToMake = (name: string): string =>
  `Create it with: npm run -s admin -- create-project ${JSON.stringify(name)}`;

async function whatThereIs(): Promise<string> {
  const projects = await db().project.findMany({
    where: { deletedAt: null },
    select: { slug: true },
    orderBy: { slug: "asc" },
    take: 20,
  });
  if (projects.length === 0) return "There are no projects yet.";
  return `Available projects: ${projects.map(({ slug }) => slug).join(", ")}.`;
}
