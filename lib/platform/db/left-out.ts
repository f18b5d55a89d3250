import { Prisma } from "./client.ts";

/**
 * SQL condition for rows of feedback, annotations, signals or preferences that are not in an excluded burst. Every
 * query that shows, lists or counts feedback uses it. Nearly every row has no burst, and the excluded bursts are read
 * once per statement.
 * @param table the table's name in the statement, if the column name is ambiguous.
 */
export const notLeftOut = (project: Prisma.Sql, table?: string): Prisma.Sql => {
  const column = Prisma.raw(table === undefined ? "burst_id" : `${table}.burst_id`);
  return Prisma.sql`(${column} IS NULL OR ${column} <> ALL (ARRAY(
    SELECT burst.burst_id FROM bursts AS burst WHERE burst.project_id = ${project} AND burst.left_out)))`;
};
