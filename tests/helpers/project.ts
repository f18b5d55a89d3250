import { randomUUID } from "node:crypto";
import { db } from "#lib/platform/db/client.ts";
import { createKeyPair, createProject } from "#lib/platform/projects/create-project.ts";
import { type ProjectContext, projectContext } from "#lib/platform/projects/project-context.ts";

/** A project of a test's own, as a request would see it, with its two keys. */
export interface TestProject extends ProjectContext {
  organizationId: string;
  publishableKey: string;
  secretKey: string;
}

/** Makes an organization with one project in the connected database. */
export async function testProject(name = `Project ${randomUUID().slice(0, 8)}`): Promise<TestProject> {
  const organization = await db().organization.create({ data: { id: randomUUID(), name: "Test" } });
  return db().$transaction(async (tx) => {
    const { projectId } = await createProject(tx, organization.id, name);
    const keys = await createKeyPair(tx, projectId);
    const project = await tx.project.findUniqueOrThrow({ where: { projectId } });
    return { ...projectContext(project), organizationId: organization.id, ...keys };
  });
}
