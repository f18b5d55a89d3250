import { Prisma } from "./client.ts";

/**
 * True of every row. A query that wants rows in the order of their time, whatever that is, must say so: the indexes by
 * time are of rows that have one, so that no look-up by a key can use them (migration key_lookups). The planner takes it
 * to leave nearly all rows, as it does.
 */
export const anyTime = Prisma.sql`created_at <> 'infinity'::timestamptz`;

/** The same for Prisma's client. */
export const ANY_TIME = { not: new Date("9999-12-31T00:00:00Z") };
