/** How PostgreSQL's programs are started; they refuse to run as root. */
export interface RunAs {
  /** What stands before the program: nothing, or an `unshare` that makes root look like somebody else. */
  prefix: string[];
  /** The user to change to, where root does that. */
  user?: { uid: number; gid: number };
  /** The folder with the binaries that this user can read. */
  native: string;
  /** The folder in which the cluster is made. */
  home: string;
}
