/** unique_violation, serialization_failure, deadlock_detected: what two writers of the same rows can do to each other. */
const conflicts = new Set(["23505", "40001", "40P01", "P2002", "P2034"]);
const conflictKinds = new Set(["UniqueConstraintViolation", "TransactionWriteConflict"]);

/** How often the same rows may meet before it is no accident. */
const ATTEMPTS = 5;

/**
 * Runs a write that begins and ends its own transaction, again when another writer of the same rows came between.
 * @throws what the write throws otherwise, or at the last attempt.
 */
export async function retryConflicts<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}

function isConflict(error: unknown, depth = 0): boolean {
  if (depth > 4 || typeof error !== "object" || error === null) return false;
  const { code, kind, originalCode, cause, meta } = error as Record<string, unknown>;
  if ([code, originalCode].some((value) => typeof value === "string" && conflicts.has(value))) return true;
  if (typeof kind === "string" && conflictKinds.has(kind)) return true;
  const driver = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return isConflict(cause, depth + 1) || isConflict(driver, depth + 1);
}
