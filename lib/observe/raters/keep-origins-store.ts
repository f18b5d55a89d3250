import { Prisma } from "#lib/platform/db/client.ts";

/**
 * A CTE that stores the origins of votes, as part of the statement that stores the votes, so it needs no
 * round trip.
 * @param votes a query of project, time, interaction, rater and origin (JSON; null if sent with a secret
 * key).
 */
export const keepOrigins = (votes: Prisma.Sql): Prisma.Sql => Prisma.sql`
  originated AS (
    INSERT INTO vote_origins (project_id, received_at, interaction_id, rater, address, agent)
    SELECT project_id, received_at, interaction_id, rater, origin->>'address', origin->>'agent'
    FROM (${votes}) AS votes (project_id, received_at, interaction_id, rater, origin)
    WHERE origin IS NOT NULL ORDER BY project_id, received_at, interaction_id, rater
    ON CONFLICT DO NOTHING
  )`;
