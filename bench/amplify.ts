import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { connectDatabase, db, disconnectDatabase } from "#lib/platform/db/client.ts";
import { throwawayDatabase } from "#lib/platform/db/embedded/index.ts";
import { migrate } from "#lib/platform/migrate/index.ts";
import { createProject } from "#lib/platform/projects/create-project.ts";
import { projectContext } from "#lib/platform/projects/project-context.ts";
import { cases } from "./amplify/cases.ts";
import { type Amplified, measureCase } from "./amplify/measure.ts";
import { report } from "./amplify/report.ts";

// npm run bench:amplify [-- FILE]: how much is stored for what publishable keys send, in the worst case. FILE
// gets the report.

const database = await throwawayDatabase();
try {
  await migrate(database.url);
  connectDatabase(database.url);
  const organization = await db().organization.create({ data: { id: randomUUID(), name: "Benchmark" } });
  const all: Amplified[] = [];
  for (const one of cases) {
    const project = await db().$transaction(async (tx) => {
      const { projectId } = await createProject(tx, organization.id, `${one.label}, ${one.answers}`);
      return projectContext(await tx.project.findUniqueOrThrow({ where: { projectId } }));
    });
    const measured = await measureCase(project, one);
    console.error(
      `${one.label}, ${one.answers}: ${(measured.storedBytes / measured.sentBytes).toFixed(1)} ×`,
    );
    all.push(measured);
  }
  const [version] = await db().$queryRaw<{ version: string }[]>`SELECT version() AS version`;
  const page = report([(version?.version ?? "").split(" on ")[0] ?? ""], all);
  console.log(page);
  const [, , file] = process.argv;
  if (file) await writeFile(file, page);
} finally {
  await disconnectDatabase();
  await database.release();
}
