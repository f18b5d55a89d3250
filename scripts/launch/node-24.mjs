import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { npm, withoutNpm } from "./npm.mjs";
import { StepFailure } from "./run-quietly.mjs";

/** The oldest major version that runs this project's TypeScript directly. */
const MAJOR = 24;

const system = process.platform === "win32" ? "win" : process.platform;
/** As in the names of the `node` package in the registry. */
const packageName = `node-${system === "darwin" && process.arch === "arm64" ? "bin-" : ""}${system}-${process.arch}`;

/**
 * The binaries that can be downloaded, with the hashes that npm checks them against: for each system, the
 * newest version of this major in the registry.
 * @type {Record<string, { version: string, integrity: string } | undefined>}
 */
const pinned = JSON.parse(readFileSync(new URL("./pinned-node.json", import.meta.url), "utf8"));

/**
 * The Node to run everything with if no download is needed: this process's, or one downloaded before.
 * @param {string} root the checkout
 * @returns {string | undefined} the binary's path
 */
export function findNode(root) {
  if (Number(process.versions.node.split(".")[0]) >= MAJOR) return process.execPath;
  const binary = broughtNode(root);
  return existsSync(binary) && readPackage(packageFolder(root)).version === pinned[packageName]?.version
    ? binary
    : undefined;
}

/**
 * Downloads Node from the npm registry into .node/, outside node_modules, so that `npm ci` does not delete it.
 * @param {string} root the checkout
 * @returns {Promise<string>} the binary's path
 */
export async function bringNode(root) {
  const folder = join(root, ".node");
  mkdirSync(folder, { recursive: true });
  const pin = pinned[packageName];
  const byHand = `install Node ${MAJOR} from https://nodejs.org and try again.`;
  if (!pin) {
    throw new StepFailure(
      `Whetstone needs Node ${MAJOR}; this is ${process.version}, and there is no download for ${system} on ${process.arch}: ${byHand}`,
    );
  }
  const dependencies = { [packageName]: pin.version };
  const packages = { "": { dependencies }, [`node_modules/${packageName}`]: pin };
  writeJson(join(folder, "package.json"), { private: true, dependencies });
  writeJson(join(folder, "package-lock.json"), { lockfileVersion: 3, requires: true, packages });
  await npm(process.execPath, ["ci", "--prefix", folder, "--ignore-scripts"], {
    cwd: folder,
    env: withoutNpm(),
    advice: `Whetstone needs Node ${MAJOR}; this is ${process.version}, and npm could not download ${packageName}. Check that npm can reach its registry (npm ping), or ${byHand}`,
  });
  return broughtNode(root);
}

const writeJson = (file, value) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

/**
 * Lets plain `npx` and `npm run` find the downloaded Node.
 * @param {string} root the checkout
 * @param {string} node
 */
export function linkNode(root, node) {
  const link = join(root, "node_modules", ".bin", "node");
  if (node !== broughtNode(root) || process.platform === "win32") return;
  const target = relative(dirname(link), node);
  const there = lstatSync(link, { throwIfNoEntry: false });
  if (there?.isSymbolicLink() && readlinkSync(link) === target) return;
  rmSync(link, { force: true });
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(target, link);
}

/**
 * The environment for child processes, with this Node first in the path.
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentWith(node) {
  const name = Object.keys(process.env).find((key) => key.toLowerCase() === "path") ?? "PATH";
  return { ...process.env, [name]: [dirname(node), process.env[name]].join(delimiter) };
}

function broughtNode(root) {
  const folder = packageFolder(root);
  const { bin } = readPackage(folder);
  const entry = typeof bin === "string" ? bin : bin?.node;
  return join(folder, entry ?? (system === "win" ? "bin/node.exe" : "bin/node"));
}

const packageFolder = (root) => join(root, ".node", "node_modules", packageName);

function readPackage(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  } catch {
    return {};
  }
}
