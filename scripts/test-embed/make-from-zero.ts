import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installPackages, layTemplates, runInApp, runNpm } from "./make-app.ts";
import type { EmbedProject } from "./prepare-project.ts";
import { filledExample, readmeExample } from "./readme-example.ts";

/** What `npm create vite` starts from. */
const CREATE_VITE = "create-vite@9.3.0";

/** Makes a fresh Vite app as README.md says: its answer, its package from the server's own address, and its lines. */
export async function makeFromZero(folder: string, project: EmbedProject): Promise<void> {
  const { body, code } = await readmeExample();
  const logged = await fetch(`${project.server}/api/interactions`, {
    method: "POST",
    headers: { authorization: `Bearer ${project.secretKey}`, "content-type": "application/json" },
    body,
  });
  const answer = (await logged.json()) as { interaction_id: string; feedback_token: string };
  if (!logged.ok) throw new Error(`The README's interaction was refused: ${JSON.stringify(answer)}`);
  await mkdir(folder, { recursive: true });
  await runNpm(folder, [
    "exec",
    "--yes",
    "--prefer-offline",
    "--",
    CREATE_VITE,
    ".",
    "--template",
    "react-ts",
  ]);
  // Its versions, pinned, and a backend that serves it.
  await layTemplates(folder, ["backend", "zero"]);
  await installPackages(folder, `${project.server}/whetstone.tgz`);
  await writeFile(join(folder, "src", "App.tsx"), filledExample(code, { ...project, ...answer }));
  await runInApp(folder, { line: ["node_modules/typescript/bin/tsc", "-b"] });
  await runInApp(folder, { line: ["node_modules/vite/bin/vite.js", "build"] });
  await writeFile(join(folder, "dist", "interaction-id.txt"), answer.interaction_id);
}
