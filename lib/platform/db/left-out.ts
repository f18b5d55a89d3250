import { Prisma } from "./client.ts";

/**
 * SQL: that a row of feedback, of annotations, signals or preferences counts, as it belongs to no burst that its project
 * leaves out. Whatever draws, lists or counts what users said asks for it; nearly every row names no burst, and which
 * bursts are left out is read once a statement.
 * @param table by which name the statement knows the row's table, where its column is not the only one of its name.
 */
export const notLeftOut = (project: Prisma.Sql, table?: string): Prisma.Sql => {
  const column = Prisma.raw(table === undefined ? "burst_id" : `${table}.burst_id`);
  return Prisma.sql`(${column} IS NULL OR ${column} <> ALL (ARRAY(
    SELECT burst.burst_id FROM bursts AS burst WHERE burst.project_id = ${project} AND burst.left_out)))`;
};
