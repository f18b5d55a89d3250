import { Prisma } from "./client.ts";

/**
 * True for every row. Queries that read rows ordered by time must include it: the indexes by time are partial on this
 * condition, so that no lookup by key can use them (migration key_lookups). The planner correctly assumes that nearly
 * all rows match.
 */
export const anyTime = Prisma.sql`created_at <> 'infinity'::timestamptz`;

/** The same for Prisma's client. */
export const ANY_TIME = { not: new Date("9999-12-31T00:00:00Z") };
