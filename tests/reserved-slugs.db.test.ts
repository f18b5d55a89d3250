import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { toSlug } from "#lib/platform/projects/slug.ts";
import config from "../next.config.js";
import { testDatabase } from "./database/database.ts";
import { testProject } from "./fixtures/project.ts";

testDatabase();

const root = join(import.meta.dirname, "..");
const MIGRATION = "prisma/migrations/20261130064000_reserved_slugs/migration.sql";

const ofRoutes = () =>
  globSync("**/{page,route,icon,apple-icon,opengraph-image,favicon,robots,sitemap,manifest}.*", {
    cwd: join(root, "app"),
  })
    .map((file) => file.split("/").filter((part) => !/^\(.*\)$/.test(part))[0] ?? "")
    .filter((part) => !part.startsWith("["));
const ofHeaders = async () =>
  ((await config.headers?.()) ?? []).map(({ source }) => source.split("/")[1] ?? "");
/** Built into `public` by npm start; where it was not yet, the rules of their headers name them. */
const ofFiles = () => globSync("*", { cwd: join(root, "public") });

it("no project gets an address that belongs to a page, a route, a rule of headers or a file", async () => {
  const taken = [...ofRoutes(), ...(await ofHeaders()), ...ofFiles()];
  expect(taken).toEqual(
    expect.arrayContaining(["api", "docs", "playground", "setup", "sign-in", "embed", "r", "embed.js"]),
  );
  for (const part of taken) {
    expect(part, "a rule for any address would be one for every project's pages").toMatch(/^[\w.-]*$/);
    for (const name of [part, part.toUpperCase(), ` ${part}!`])
      expect(taken, name).not.toContain(toSlug(name));
  }
});

it("a project that has such an address from before gets the next free one", async () => {
  const before = ["embed", "embed-project", "docs", "other"];
  const ids: string[] = [];
  for (const slug of before) {
    const { projectId } = await testProject();
    await db().project.update({ where: { projectId }, data: { slug } });
    ids.push(projectId);
  }
  await db().$executeRawUnsafe(readFileSync(join(root, MIGRATION), "utf8"));
  const slugs = await Promise.all(
    ids.map(async (projectId) => (await db().project.findUniqueOrThrow({ where: { projectId } })).slug),
  );
  expect(slugs).toEqual(["embed-project-2", "embed-project", "docs-project", "other"]);
});
