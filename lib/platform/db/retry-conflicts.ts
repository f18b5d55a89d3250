import { hasErrorCode } from "./error-codes.ts";

/** Conflicts between two writers of the same rows: a unique violation, a missing referenced row, a deadlock. */
const conflicts: ReadonlySet<string> = new Set([
  ...["23505", "P2002", "UniqueConstraintViolation"],
  ...["23503", "P2003", "ForeignKeyConstraintViolation"],
  ...["40001", "40P01", "P2034", "TransactionWriteConflict"],
]);

/** Maximum number of attempts before a conflict is no coincidence. */
const ATTEMPTS = 5;

/**
 * Runs a write that manages its own transaction, and retries it on conflicts with concurrent writers.
 * @throws other errors of the write, or the conflict of the last attempt.
 */
export async function retryConflicts<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (attempt === ATTEMPTS || !hasErrorCode(error, conflicts)) throw error;
    }
  }
}

const parentGone: ReadonlySet<string> = new Set(["23503", "P2003", "ForeignKeyConstraintViolation"]);

/** Whether a write failed because a referenced row does not exist (any more). */
export const isParentGone = (error: unknown): boolean => hasErrorCode(error, parentGone);
