/**
 * Whether an error or one of its causes has one of these codes of PostgreSQL, Prisma or its driver adapter. Prisma
 * wraps the driver's error, and the driver wraps PostgreSQL's.
 */
export function hasErrorCode(error: unknown, codes: ReadonlySet<string>, depth = 0): boolean {
  if (depth > 4 || typeof error !== "object" || error === null) return false;
  const { code, kind, originalCode, cause, meta } = error as Record<string, unknown>;
  if ([code, kind, originalCode].some((value) => typeof value === "string" && codes.has(value))) return true;
  const driver = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return hasErrorCode(cause, codes, depth + 1) || hasErrorCode(driver, codes, depth + 1);
}
