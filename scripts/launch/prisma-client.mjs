import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runQuietly } from "./run-quietly.mjs";

const sources = ["prisma/schema.prisma", "prisma.config.ts", "node_modules/@prisma/client/package.json"];
const stampOf = (root) => join(root, "prisma", "generated", ".made-from");

/**
 * Whether prisma/generated matches the current schema.
 * @param {string} root the checkout
 */
export function clientFits(root) {
  try {
    return readFileSync(stampOf(root), "utf8") === hashSources(root);
  } catch {
    return false;
  }
}

/**
 * Generates the Prisma client.
 * @param {string} root the checkout
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
export async function generateClient(root, node, env) {
  const made = hashSources(root);
  await runQuietly(node, [join("node_modules", "prisma", "build", "index.js"), "generate"], {
    cwd: root,
    env: { ...env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    advice: "Fix prisma/schema.prisma as Prisma reports, then try again.",
  });
  writeFileSync(stampOf(root), made);
}

function hashSources(root) {
  const hash = createHash("sha256");
  for (const source of sources) hash.update(readFileSync(join(root, source))).update("\0");
  return hash.digest("hex");
}
