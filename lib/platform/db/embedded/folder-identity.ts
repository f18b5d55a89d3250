import { realpathSync, statSync } from "node:fs";

/**
 * Which folder a file was written in, for files that say what a process does there: a copy of the folder has a copy of
 * the file, and the process does nothing to it.
 */
export interface FolderIdentity {
  path: string;
  /** What the file system calls it, which stays when the folder is moved. */
  inode: string;
}

/** The identity of a folder that is there. */
export function identifyFolder(folder: string): FolderIdentity {
  const { dev, ino } = statSync(folder, { bigint: true });
  return { path: realpathSync(folder), inode: `${dev}:${ino}` };
}

/** Whether a file that lies in `folder` was written in another one. One that does not say where was written here. */
export function isFromElsewhere(written: FolderIdentity | undefined, folder: string): boolean {
  if (!written) return false;
  const here = identifyFolder(folder);
  return written.path !== here.path && written.inode !== here.inode;
}
