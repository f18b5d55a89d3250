import { execFile, spawn } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parse } from "yaml";
import { throwawayDatabase } from "#lib/platform/db/embedded/index.ts";
import { parseEnvironment } from "#lib/platform/env.ts";
import { ensureBuilt } from "#scripts/build/build.ts";
import { memoryFlags } from "#scripts/launch/run-task.mjs";
import { cleanEnvironment } from "#scripts/test-app/clean-environment.ts";
import { contextFilter, execForm, type Instruction, only, readStages, variables } from "./dockerfile.ts";
import { endAll, run } from "./processes.ts";

// No engine is at hand: both files are read as one reads them, and what they say is done in a folder of its own.
const [build = [], image = []] = readStages("Dockerfile");
const compose = parse(readFileSync("compose.yaml", "utf8")) as {
  services: Record<"whetstone" | "database", Service>;
  volumes: Record<string, null>;
};

interface Service {
  image: string;
  build?: string;
  environment: Record<string, string>;
  ports?: string[];
  volumes: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
}

const command = promisify(execFile);
const sent = contextFilter(".dockerignore");

/** What compose puts in the place of `${NAME:-default}`. */
const filled = (environment: Record<string, string>, given: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.replace(/\$\{(\w+):-([^}]*)\}/g, (_, variable, otherwise) => given[variable] || otherwise),
    ]),
  );

let folder = "";
let app = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "whetstone-image-"));
  app = join(folder, "app");
});
afterEach(async () => {
  await endAll();
  await rm(folder, { recursive: true, force: true });
});

it("the image is of the Node of this project, and nothing in it runs as root", () => {
  const node = readFileSync(".node-version", "utf8").trim();
  for (const stage of [build, image])
    expect(only(stage, "FROM").rest).toMatch(new RegExp(`^node:${node}-\\w+-slim( AS build)?$`));
  expect(only(image, "COPY")).toEqual({
    name: "COPY",
    flags: { from: "build", chown: "node:node" },
    rest: "/app ./",
  });
  expect(only(image, "USER").rest).toBe("node");
  const order = image.map(({ name }) => name);
  expect(order.indexOf("USER")).toBeGreaterThan(order.indexOf("COPY"));
  expect(order.filter((name) => name === "RUN")).toEqual([]);
  expect([only(build, "WORKDIR").rest, only(image, "WORKDIR").rest]).toEqual(["/app", "/app"]);
  const { PORT, WHETSTONE_DATA } = parseEnvironment(variables(image));
  expect(only(image, "EXPOSE").rest).toBe(String(PORT));
  expect(only(image, "VOLUME").rest).toBe(`/app/${WHETSTONE_DATA}`);
});

it.each([".env", ".data/postgres/x", ".git/config", "node_modules/next/package.json", "public/embed.js"])(
  "%s stays out of the image",
  (path) => expect(sent(path)).toBe(false),
);

it("all that is built from and served from is in the image, but for tests", () => {
  const wanted = globSync([
    "{app,components,lib,public,scripts,server}/**/*.*",
    "prisma/{schema,migrations}*",
  ]);
  const left = wanted.filter((path) => !sent(path) && !/\.test\.tsx?$/.test(path));
  const made = /^public\/(embed\b|r\/|whetstone\.tgz)/;
  expect(wanted.length).toBeGreaterThan(900);
  expect(left.filter((path) => !made.test(path))).toEqual([]);
});

it("compose waits for a database that keeps its data, and hands on nothing that the app refuses", () => {
  const { whetstone, database } = compose.services;
  expect(whetstone.depends_on).toEqual({ database: { condition: "service_healthy" } });
  expect(database.healthcheck?.test).toContain("pg_isready");
  // From 18 on the image keeps its data in a folder of the version beneath this one.
  expect([database.image, ...database.volumes]).toEqual(["postgres:18", "database:/var/lib/postgresql"]);
  expect(whetstone.volumes).toEqual([`data:${only(image, "VOLUME").rest}`]);
  expect(Object.keys(compose.volumes).sort()).toEqual(["data", "database"]);
  expect(whetstone.ports?.[0]).toMatch(new RegExp(`:${only(image, "EXPOSE").rest}$`));
  expect(database.ports).toBeUndefined();
  for (const given of [
    {},
    { POSTGRES_PASSWORD: "s3cret", PUBLIC_URL: "https://w.example", WEB_PROCESSES: "2" },
  ]) {
    const { DATABASE_URL = "", ...settings } = parseEnvironment(filled(whetstone.environment, given));
    const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = filled(database.environment, given);
    const { username, password, hostname, pathname } = new URL(DATABASE_URL);
    expect([username, password, pathname]).toEqual([POSTGRES_USER, POSTGRES_PASSWORD, `/${POSTGRES_DB}`]);
    expect(compose.services).toHaveProperty(hostname);
    expect(settings.PUBLIC_URL).toBe(given.PUBLIC_URL);
    expect(settings.WEB_PROCESSES).toBe(Number(given.WEB_PROCESSES ?? 1));
  }
});

/** Does what an instruction of the first stage says, in the test's folder. */
async function follow({ name, rest }: Instruction): Promise<void> {
  if (name === "COPY") {
    const sources = rest.split(/\s+/).slice(0, -1);
    for (const source of sources) {
      const filter = (path: string) => relative(".", path) === "" || sent(relative(".", path));
      await cp(source, join(app, source), { recursive: true, filter });
    }
    if (rest === ". .") await layBuild();
  } else if (name === "RUN") {
    const env = { ...cleanEnvironment(), npm_config_prefer_offline: "true" };
    await command("sh", ["-c", rest], { cwd: app, env, maxBuffer: 10_000_000 });
  } else expect(["FROM", "WORKDIR"]).toContain(name);
}

/** The checkout's own build and package, which the build below takes for its own if it has the very same sources. */
async function layBuild(): Promise<void> {
  const made = [".packed", ".next", "public/embed", "public/embed.js", "public/r", "public/whetstone.tgz"];
  const cache = resolve(".next/cache");
  for (const path of made)
    await cp(path, join(app, path), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => resolve(file) !== cache,
    });
}

/** Whether the image's health check finds the app well at a port. */
const isHealthy = (port: string): Promise<boolean> => {
  const [node = "", ...args] = execForm(only(image, "HEALTHCHECK"));
  const check = spawn(node, args, { cwd: app, env: { ...cleanEnvironment(), PORT: port }, stdio: "ignore" });
  return new Promise((settle) => check.once("exit", (code) => settle(code === 0)));
};

it("what the image does builds an app that starts without building, as compose starts it", async () => {
  await ensureBuilt(process.cwd());
  for (const instruction of build) await follow(instruction);
  const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const left = Object.keys(devDependencies).filter((name) => existsSync(join(app, "node_modules", name)));
  // Other packages that serve have their own use for these.
  expect(left).toEqual(left.filter((name) => name.startsWith("@types/")));
  expect(await readdir(join(app, ".data"))).toEqual([]);

  const server = await throwawayDatabase();
  try {
    const environment = filled(compose.services.whetstone.environment, {});
    // The user and the database are called as compose calls them.
    const { host, password } = new URL(server.url);
    const DATABASE_URL = Object.assign(new URL(environment.DATABASE_URL ?? ""), { host, password }).href;
    Object.assign(environment, { ...variables(image), DATABASE_URL, PORT: "0" });

    const [node = "", ...words] = execForm(only(image, "CMD"));
    const flags = memoryFlags("");
    expect([node, ...words.slice(0, flags.length)], "as `npm start` starts it").toEqual(["node", ...flags]);
    const [file = "", ...args] = words.slice(flags.length);
    const started = run(file, args, environment, app);
    const [, url = ""] = await started.said(/is ready: (\S+)/);
    expect(started.lines.filter((line) => /^(Building|Packing|Installing)/.test(line))).toEqual([]);
    expect(started.lines.join("\n")).toContain("one-time link");
    for (const path of ["/api/ready", "/embed.js", "/whetstone.tgz", "/robots.txt", "/sign-in", "/docs"])
      expect((await fetch(url + path)).status, path).toBe(200);
    const { port } = new URL(url);
    expect(await isHealthy(port)).toBe(true);
    await started.end("SIGTERM");
    expect(started.child.exitCode).toBe(0);
    expect(await isHealthy(port)).toBe(false);
  } finally {
    await endAll();
    await server.release();
  }
}, 300_000);
