import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { program } from "./binaries.ts";
import type { DatabaseFolder } from "./folder.ts";
import { placeCluster } from "./place-cluster.ts";
import type { RunAs } from "./run-as.ts";

const run = promisify(execFile);

/** The superuser of an embedded server, and the name of its database. */
export const SUPERUSER = "whetstone";

/**
 * Creates the cluster with a random password. It is renamed into place as the last step, so that a cluster under its
 * final name is always complete.
 * @throws Error with the output of initdb.
 */
export async function initialize(folder: DatabaseFolder, runAs: RunAs): Promise<void> {
  const fresh = join(runAs.home, `postgres.new-${process.pid}-${randomBytes(4).toString("hex")}`);
  const passwordFile = `${fresh}.password`;
  const password = randomBytes(24).toString("base64url");
  try {
    await mkdir(fresh, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (runAs.user) {
      await chown(fresh, runAs.user.uid, runAs.user.gid);
      await chown(passwordFile, runAs.user.uid, runAs.user.gid);
    }
    await initdb(fresh, passwordFile, runAs);
    await rm(folder.password, { force: true });
    await writeFile(folder.password, password, { mode: 0o600 });
    const target = await placeCluster(fresh, runAs.home);
    if (target !== folder.cluster) await symlink(target, folder.cluster);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}

async function initdb(cluster: string, passwordFile: string, runAs: RunAs): Promise<void> {
  const [file = "", ...args] = [
    ...runAs.prefix,
    program(runAs.native, "initdb"),
    `--pgdata=${cluster}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
  try {
    await run(file, args, {
      cwd: runAs.home,
      ...runAs.user,
    });
  } catch (cause) {
    const { stderr = "", stdout = "" } = cause as { stderr?: string; stdout?: string };
    const said = `${stdout}\n${stderr}`.trim().split("\n").slice(-12).join("\n");
    throw new Error(`initdb could not create the database in ${cluster}:\n${said || String(cause)}`, {
      cause,
    });
  }
}
