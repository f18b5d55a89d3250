/**
 * Runs `work` while no other launcher sets up the same checkout. Locks of dead processes, and locks that were copied
 * with their folder, are ignored.
 * @param root the checkout
 */
export function withSetUpLock<T>(root: string, work: () => Promise<T>): Promise<T>;
