import { realpathSync, statSync } from "node:fs";

/**
 * Identifies the folder in which a file about a running process was written: a copied folder contains a copy of the
 * file, but the process does not use the copy.
 */
export interface FolderIdentity {
  path: string;
  /** Its device and inode, which do not change when the folder is moved. */
  inode: string;
}

/** The identity of an existing folder. */
export function identifyFolder(folder: string): FolderIdentity {
  const { dev, ino } = statSync(folder, { bigint: true });
  return { path: realpathSync(folder), inode: `${dev}:${ino}` };
}

/** Whether a file in `folder` was written in another one. A file that does not say where was written here. */
export function isFromElsewhere(written: FolderIdentity | undefined, folder: string): boolean {
  if (!written) return false;
  const here = identifyFolder(folder);
  return written.path !== here.path && written.inode !== here.inode;
}
