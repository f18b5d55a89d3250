/**
 * Runs `work` while no other launcher sets up the same checkout. The lock of a process that is gone counts for nothing,
 * nor does one that was copied with its folder.
 * @param root the checkout
 */
export function withSetUpLock<T>(root: string, work: () => Promise<T>): Promise<T>;
