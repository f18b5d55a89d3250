/**
 * A statement that starts with this comment is parsed and planned once per connection, which for long statements costs
 * more than running them. Its text must never vary.
 */
const prepared = /^\s*\/\* prepared: ([a-z_]+) \*\//;

/** The name under which a statement is prepared; "" if it is not. */
export const statementName = (sql: string): string => prepared.exec(sql)?.[1] ?? "";
