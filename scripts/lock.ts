import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

// npm run lock: writes package-lock.json. Adds the packages for other systems that npm leaves out, since `npm
// ci` rejects a lockfile without them, and the hash that `npm ci` checks every download against.

interface LockedPackage {
  version?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const FILE = "package-lock.json";
const systems = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const processors = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "wasm32"];

execFileSync("npm", ["install", "--package-lock-only", "--ignore-scripts"], { stdio: "inherit" });
const lock = JSON.parse(readFileSync(FILE, "utf8")) as { packages: Record<string, LockedPackage> };
const added: string[] = [];
for (const [path, owner] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue;
    lock.packages[`node_modules/${name}`] = otherSystem(name, version, owner);
    added.push(name);
  }
}
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path !== "" && !entry.link)
    entry.integrity ??= integrityOf(`${path.split("node_modules/").at(-1)}@${entry.version}`);
}
const sorted = Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length > 0 ? `Added to the lockfile: ${added.join(", ")}` : "The lockfile is complete.");

/**
 * @throws Error if the registry has no hash: nothing is locked that cannot be verified.
 */
function integrityOf(spec: string): string {
  const said = execFileSync("npm", ["view", spec, "dist.integrity"], { encoding: "utf8" }).trim();
  if (!said.startsWith("sha512-")) throw new Error(`The registry provides no hash for ${spec}.`);
  return said;
}

/** Whether Node finds `name` from the package at `path`: next to it, then further up. */
function isLocked(path: string, name: string): boolean {
  const steps = path
    .split("/node_modules/")
    .map((_, depth, parts) => parts.slice(0, depth + 1).join("/node_modules/"));
  return ["", ...steps].some((folder) => lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]);
}

/**
 * @throws Error for a name that does not show its system, or a version that is a range.
 */
function otherSystem(name: string, version: string, owner: LockedPackage): LockedPackage {
  const words = name.split("/").at(-1)?.split("-") ?? [];
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  if ((os.length === 0 && !cpu.includes("wasm32")) || cpu.length === 0 || !/^\d/.test(version)) {
    throw new Error(`${name}@${version} is not in the registry, and its name does not identify a platform.`);
  }
  return {
    version,
    ...(owner.dev ? { dev: true } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
    cpu,
  };
}
