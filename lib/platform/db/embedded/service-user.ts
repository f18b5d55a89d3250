import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, statSync } from "node:fs";
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import { type DatabaseFolder, removeUnfinished } from "./folder.ts";
import { placeCluster } from "./place-cluster.ts";
import type { RunAs } from "./run-as.ts";
import { noteOwner } from "./shared-cluster.ts";

const run = promisify(execFile);
const USER = "whetstone";
const HOME = "/var/lib/whetstone";

/**
 * The option for root if user namespaces are disabled: a system user for PostgreSQL, with copies of the binaries and
 * the cluster in a folder it can access. `<data>/postgres` becomes a link to the cluster.
 * @throws Error if root cannot create users or switch to them.
 */
export async function prepareServiceUser(
  folder: DatabaseFolder,
  binaries: Binaries,
  onMessage: (text: string) => void,
): Promise<RunAs> {
  try {
    const user = (await findUser()) ?? (await makeUser(onMessage));
    const native = await copyBinaries(binaries);
    const home = join(HOME, createHash("sha256").update(folder.root).digest("hex").slice(0, 16));
    await mkdir(home, { recursive: true });
    await chmod(home, 0o755);
    await removeUnfinished(home);
    await noteOwner(home, folder);
    await adoptCluster(folder, home, user);
    return { prefix: [], user, native, home };
  } catch (cause) {
    throw new Error(
      `PostgreSQL cannot run as root, user namespaces are disabled on this system, and creating a user for it failed (${String(cause)}). Start Whetstone as an ordinary user, or set DATABASE_URL.`,
      { cause },
    );
  }
}

async function findUser(): Promise<{ uid: number; gid: number } | undefined> {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n");
  const fields = lines.find((line) => line.startsWith(`${USER}:`))?.split(":");
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) };
}

async function makeUser(onMessage: (text: string) => void): Promise<{ uid: number; gid: number }> {
  onMessage(`Creating the system user "${USER}" to run PostgreSQL`);
  const flags = [
    "--system",
    "--user-group",
    "--no-create-home",
    "--home-dir",
    HOME,
    "--shell",
    "/usr/sbin/nologin",
  ];
  try {
    await run("useradd", [...flags, USER]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    await run("adduser", ["-S", "-D", "-H", "-h", HOME, USER]);
  }
  const user = await findUser();
  if (!user) throw new Error(`the user "${USER}" was created but is not in /etc/passwd`);
  return user;
}

async function copyBinaries(binaries: Binaries): Promise<string> {
  const copy = join(HOME, `postgresql-${binaries.version}`);
  if (existsSync(copy)) return copy;
  await mkdir(HOME, { recursive: true });
  await chmod(HOME, 0o755);
  const fresh = `${copy}.new-${process.pid}`;
  await cp(binaries.native, fresh, { recursive: true, verbatimSymlinks: true });
  await run("chmod", ["-R", "a+rX", fresh]);
  await rename(fresh, copy).catch(async (error) => {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  });
  return copy;
}

/**
 * Moves a cluster that root created in a namespace to where the system user can access it. The server must not be
 * running.
 */
async function adoptCluster(folder: DatabaseFolder, home: string, user: { uid: number; gid: number }) {
  const stats = lstatSync(folder.cluster, { throwIfNoEntry: false });
  if (!stats?.isDirectory() || statSync(folder.cluster).uid !== 0) return;
  const fresh = join(home, `postgres.new-${process.pid}`);
  await cp(folder.cluster, fresh, { recursive: true, verbatimSymlinks: true });
  await run("chown", ["-R", `${user.uid}:${user.gid}`, fresh]);
  const target = await placeCluster(fresh, home);
  const away = `${folder.cluster}.moving`;
  await rename(folder.cluster, away);
  await symlink(target, folder.cluster);
  await rm(away, { recursive: true, force: true });
}
