import { execFile } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { promisify } from "node:util";
import { type Binaries, program } from "./binaries.ts";
import type { DatabaseFolder } from "./folder.ts";
import type { RunAs } from "./run-as.ts";
import { prepareServiceUser } from "./service-user.ts";

const run = promisify(execFile);

/**
 * Decides which user runs PostgreSQL: ordinary users run it themselves. For root, it is the owner of the cluster if
 * that is another user, otherwise nobody in a user namespace, otherwise a system user with copies under
 * /var/lib/whetstone.
 * @throws Error if the cluster belongs to another user, or root has neither option.
 */
export async function chooseRunAs(
  folder: DatabaseFolder,
  binaries: Binaries,
  onMessage: (text: string) => void,
): Promise<RunAs> {
  const own: RunAs = { prefix: [], native: binaries.native, home: folder.root };
  const uid = process.getuid?.();
  const owner = ownerOf(folder.cluster);
  if (uid === undefined) return own;
  if (uid !== 0) {
    if (!owner || owner.uid === uid) return own;
    throw new Error(
      `The database in ${folder.cluster} belongs to user ${owner.uid}, but Whetstone runs as user ${uid}. Start it as that user, or set WHETSTONE_DATA to another folder.`,
    );
  }
  if (owner && owner.uid !== 0) {
    if (await works([], own.native, folder.root, owner)) return { ...own, user: owner };
    return prepareServiceUser(folder, binaries, onMessage);
  }
  const prefix = namespacePrefix();
  if (await works(prefix, own.native, folder.root)) return { ...own, prefix };
  return prepareServiceUser(folder, binaries, onMessage);
}

function ownerOf(path: string): { uid: number; gid: number } | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && { uid: stats.uid, gid: stats.gid };
}

/** initdb looks up its user by id, so the id must exist here; which one does not matter. */
function namespacePrefix(): string[] {
  const people = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .filter((fields) => Number(fields[2]) > 0);
  const chosen = people.find((fields) => fields[0] === "nobody") ?? people[0];
  return ["unshare", "--user", `--map-user=${chosen?.[2] ?? 65534}`, `--map-group=${chosen?.[3] ?? 65534}`];
}

/** Whether PostgreSQL starts this way, and may enter and (unless it has its own user) write the data folder. */
async function works(prefix: string[], native: string, root: string, user?: { uid: number; gid: number }) {
  const script = user ? '"$2" --version && test -x "$1"' : '"$2" --version && test -w "$1"';
  const [file = "sh", ...args] = [...prefix, "sh", "-c", script, "sh", root, program(native, "postgres")];
  try {
    await run(file, args, { ...user, cwd: "/" });
    return true;
  } catch {
    return false;
  }
}
