import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { memoryFlags, runTask } from "./run-task.mjs";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "whetstone-task-"));
  await mkdir(join(root, "scripts"));
  const code =
    "process.exit(process.env.GIVEN_BY === 'file' ? 3 : process.env.GIVEN_BY === 'shell' ? 4 : 5);";
  for (const task of ["start", "test"]) await writeFile(join(root, "scripts", `${task}.ts`), code);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true });
});

const exitOf = (task: string) => runTask(root, process.execPath, task, []);

it("starts the app with the settings in .env, which the shell overrides, and silently without the file", async () => {
  expect(await exitOf("start")).toBe(5);
  await writeFile(join(root, ".env"), "GIVEN_BY=file\n");
  expect(await exitOf("start")).toBe(3);
  vi.stubEnv("GIVEN_BY", "shell");
  expect(await exitOf("start")).toBe(4);
});

it("hides the settings of the developer's own app from tests", async () => {
  await writeFile(join(root, ".env"), "GIVEN_BY=file\n");
  expect(await exitOf("test")).toBe(5);
});

it.each([
  ["", ["--max-old-space-size=1024", "--max-semi-space-size=8"]],
  ["--max-old-space-size=4096", ["--max-semi-space-size=8"]],
  ["--enable-source-maps --max_old_space_size=512 --max-semi-space-size=16", []],
])("limits the memory of the app unless NODE_OPTIONS does: %j", (options, flags) => {
  expect(memoryFlags(options)).toEqual(flags);
});

it("passes the limits to the app, and to nothing else", async () => {
  const code = "process.exit(process.execArgv.filter((flag) => flag.startsWith('--max-')).length);";
  for (const task of ["start", "test"]) await writeFile(join(root, "scripts", `${task}.ts`), code);
  vi.stubEnv("NODE_OPTIONS", "");
  expect(await exitOf("start")).toBe(2);
  expect(await exitOf("test")).toBe(0);
});
