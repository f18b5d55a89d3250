/**
 * A statement that begins with this comment is parsed and planned once a connection, which costs long ones more than
 * running them; its text must never vary.
 */
const prepared = /^\s*\/\* prepared: ([a-z_]+) \*\//;

/** Under which name a statement is prepared; "" where it is not. */
export const statementName = (sql: string): string => prepared.exec(sql)?.[1] ?? "";
