import { beforeEach, describe, expect, it } from "vitest";
import { authenticateKey } from "#lib/platform/api-keys/authenticate-key.ts";
import { testDatabase } from "../tests/database/database.ts";
import { createKeysCommand, createOwnerCommand, createProjectCommand } from "./admin-commands.ts";
import { findProject } from "./find-project.ts";

const database = testDatabase();
const owner = { email: "Ada@Example.com", password: "correct horse battery" };

const callerOf = (key: unknown) => authenticateKey(`Bearer ${key}`, ["publishable", "secret"]);

beforeEach(async () => {
  await database.client().organization.deleteMany();
  await database.client().user.deleteMany();
});

describe("create-owner", () => {
  it("creates the owner with a name, and an organization named after the address", async () => {
    const printed = await createOwnerCommand(owner);
    expect(printed).toEqual({
      user_id: expect.any(String),
      email: "ada@example.com",
      organization_id: expect.any(String),
    });
    const member = await database.client().member.findFirst({ include: { user: true, organization: true } });
    expect(member).toMatchObject({
      role: "owner",
      user: { name: "Ada" },
      organization: { name: "Example.com" },
    });
  });

  it("creates only one owner", async () => {
    await createOwnerCommand(owner);
    await expect(createOwnerCommand({ ...owner, email: "b@example.com" })).rejects.toThrow(
      "already has an owner",
    );
  });

  it.each([
    [{ email: "ada" }, "EMAIL must be an email address like ada@example.com."],
    [{ password: "short" }, "The password (standard input) must have at least 10 characters."],
    [{ name: " " }, "--name must not be empty."],
    [{ organization: "x".repeat(81) }, "--organization must have at most 80 characters."],
  ])("rejects %o by name", async (change, words) => {
    await expect(createOwnerCommand({ ...owner, ...change })).rejects.toThrow(words);
  });
});

describe("create-project and create-keys", () => {
  it("report first that there is no owner", async () => {
    await expect(createProjectCommand("Shop")).rejects.toThrow("There is no owner yet.");
  });

  it("print valid keys, the second pair in addition to the first", async () => {
    await createOwnerCommand(owner);
    const first = await createProjectCommand("Shop");
    const second = await createKeysCommand("shop", ["https://shop.example"]);
    for (const printed of [first, second]) {
      const { kind, project } = await callerOf(printed.secret_key);
      expect([kind, project.projectId]).toEqual(["secret", printed.project_id]);
    }
    expect((await callerOf(second.publishable_key)).allowedOrigins).toEqual(["https://shop.example"]);
    expect((await callerOf(first.publishable_key)).allowedOrigins).toContain("http://localhost:*");
  });

  it("reject an invalid origin and an unknown project", async () => {
    await createOwnerCommand(owner);
    await createProjectCommand("Shop");
    await expect(createKeysCommand("shop", ["shop"])).rejects.toThrow("--origin must be an origin");
    await expect(createKeysCommand("Shopp", undefined)).rejects.toThrow(
      'Project “Shopp” not found. Available projects: shop. Create it with: npm run -s admin -- create-project "Shopp"',
    );
  });
});

describe("a project on the command line", () => {
  it("is found by name in any case, by slug and by ID", async () => {
    await createOwnerCommand(owner);
    const { project_id: id = "" } = await createProjectCommand("My Shop");
    for (const named of ["my shop", "my-shop", id, undefined])
      expect((await findProject(named)).projectId).toBe(id);
  });

  it("must be given unless there is exactly one", async () => {
    await expect(findProject(undefined)).rejects.toThrow("There are no projects yet.");
    await createOwnerCommand(owner);
    await createProjectCommand("One");
    await createProjectCommand("Two");
    await expect(findProject(undefined)).rejects.toThrow(
      "Choose one with --project. Available projects: one, two.",
    );
  });
});
