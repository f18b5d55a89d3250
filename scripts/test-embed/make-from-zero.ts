import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installPackages, layTemplates, runInApp, runNpm } from "./make-app.ts";
import type { EmbedProject } from "./prepare-project.ts";
import { filledExample, filledServer, readmeExample } from "./readme-example.ts";
import { serveApp } from "./serve-app.ts";

/** The version behind `npm create vite`. */
const CREATE_VITE = "create-vite@9.3.0";

/**
 * Creates a new Vite app by following README.md: its interaction, the package from the server's own URL, and
 * its code.
 */
export async function makeFromZero(folder: string, project: EmbedProject): Promise<void> {
  const { body, code, server, tarball } = await readmeExample();
  const logged = await fetch(`${project.server}/api/interactions`, {
    method: "POST",
    headers: { authorization: `Bearer ${project.secretKey}`, "content-type": "application/json" },
    body,
  });
  const answer = (await logged.json()) as { interaction_id: string; feedback_token: string };
  if (!logged.ok) throw new Error(`The README's interaction was rejected: ${JSON.stringify(answer)}`);
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
  // Pinned versions, and a backend that serves it.
  await layTemplates(folder, ["backend", "zero"]);
  const { pathname } = new URL(tarball);
  const file = (await runNpm(folder, ["pack", "-s", project.server + pathname])).trim();
  await installPackages(folder, `./${file}`);
  await requireNoAddress(folder, project.server);
  await writeFile(join(folder, "src", "App.tsx"), filledExample(code, { ...project, ...answer }));
  await runInApp(folder, { line: ["node_modules/typescript/bin/tsc", "-b"] });
  await runInApp(folder, { line: ["node_modules/vite/bin/vite.js", "build"] });
  await writeFile(join(folder, "dist", "interaction-id.txt"), answer.interaction_id);
  await writeFile(join(folder, "answers.mjs"), filledServer(server, project.server));
  await askServer(folder, project);
}

/**
 * @throws Error if files that the app's team shares contain a URL of the server that packed the package.
 */
async function requireNoAddress(folder: string, server: string): Promise<void> {
  for (const name of ["package.json", "package-lock.json"]) {
    const text = await readFile(join(folder, name), "utf8");
    if (text.includes(new URL(server).host)) throw new Error(`${name} contains ${server} after installing.`);
  }
}

/** Runs the README's server, requests an answer and rates it like a page. */
async function askServer(folder: string, { server, openKey, secretKey }: EmbedProject): Promise<void> {
  const app = await serveApp(folder, ["answers.mjs"], { SK: secretKey });
  try {
    const asked = await fetch(`http://localhost:${app.port}/?question=Why`);
    const answer = (await asked.json()) as { text: string; interaction_id: string; feedback_token: string };
    const rated = await fetch(`${server}/api/feedback`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${openKey}`,
        "content-type": "application/json",
        "x-feedback-token": answer.feedback_token,
      },
      body: JSON.stringify({ interaction_id: answer.interaction_id, rating_type: "binary", rating_value: 1 }),
    });
    if (answer.text !== "You asked: Why" || rated.status !== 201)
      throw new Error(`The README's server returned ${JSON.stringify(answer)}; rated: ${await rated.text()}`);
  } finally {
    await app.stop();
  }
}
