/** How PostgreSQL's programs are started, which refuse to run as root. */
export interface RunAs {
  /** The command prefix: nothing, or an `unshare` that maps root to another user. */
  prefix: string[];
  /** The user to switch to, if root does so. */
  user?: { uid: number; gid: number };
  /** The folder with binaries readable by this user. */
  native: string;
  /** The folder in which the cluster is created. */
  home: string;
}
