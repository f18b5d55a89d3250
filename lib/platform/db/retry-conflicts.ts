import { hasErrorCode } from "./error-codes.ts";

/** What two writers of the same rows can do to each other: a unique key met, a row gone that was hung on, a deadlock. */
const conflicts: ReadonlySet<string> = new Set([
  ...["23505", "P2002", "UniqueConstraintViolation"],
  ...["23503", "P2003", "ForeignKeyConstraintViolation"],
  ...["40001", "40P01", "P2034", "TransactionWriteConflict"],
]);

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
      if (attempt === ATTEMPTS || !hasErrorCode(error, conflicts)) throw error;
    }
  }
}

const parentGone: ReadonlySet<string> = new Set(["23503", "P2003", "ForeignKeyConstraintViolation"]);

/** Whether a write failed because what its rows hang on is not there (any more). */
export const isParentGone = (error: unknown): boolean => hasErrorCode(error, parentGone);
