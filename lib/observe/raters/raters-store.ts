import { TOKEN_LIFETIME_DAYS } from "#lib/platform/auth/feedback-token.ts";
import { userHash } from "#lib/platform/auth/user-hash.ts";
import { db } from "#lib/platform/db/client.ts";
import type { Statements } from "#lib/platform/db/statements.ts";
import { admitVoters, type Voter } from "./admit-voters.ts";
import { identityFault, type RaterFault, type RaterRow, type Unproven } from "./authorize.ts";
import { holderOf, userOfRater } from "./rater.ts";

/** An event whose rater is not determined yet. */
export interface UnresolvedEvent<Row extends RaterRow> {
  row: Row;
  /** Whether it takes one of the places for anonymous raters; signals do not. */
  votes: boolean;
}

interface Found {
  position: number;
  /** Whether the interaction exists. */
  there: boolean;
  userHash: string | null;
  sessionId: string | null;
  /** Set if the answer was given to a session without a user. */
  hashKey: Uint8Array | null;
  isVoter: boolean;
}

/**
 * Determines the raters of events whose token named none: the one named by the interaction, or else one of a
 * limited number of anonymous raters. If the interaction does not exist yet, the event stays `unproven` until
 * it arrives.
 * @returns in the given order, the row with its rater, or why it is rejected.
 */
export async function resolveRaters<Row extends RaterRow>(
  tx: Statements,
  events: readonly UnresolvedEvent<Row>[],
  at: Date,
): Promise<(Row | RaterFault)[]> {
  const resolved: (Row | RaterFault)[] = events.map(({ row }) => row);
  const open = events.flatMap(({ row, votes }, index) =>
    row.unproven ? [{ row, votes, index, unproven: row.unproven }] : [],
  );
  if (open.length === 0) return resolved;
  const found = await findRaters(
    tx,
    open.map(({ row }) => row),
  );
  const strangers: typeof open = [];
  for (const [position, event] of open.entries()) {
    const of = found.get(position);
    if (!of) continue;
    const holder = holderOf(of, (id) => userHash(of.hashKey as Uint8Array, id));
    if (holder === null) {
      if (event.votes && !of.isVoter) strangers.push(event);
      if (of.there) resolved[event.index] = { ...event.row, unproven: null };
      continue;
    }
    const { statedUser, statedSession } = event.unproven;
    const fault = identityFault(holder, statedUser, statedSession);
    resolved[event.index] = fault ?? {
      ...event.row,
      rater: holder,
      user_hash: userOfRater(holder),
      unproven: null,
    };
  }
  const refused = strangers.length > 0 ? await admit(tx, strangers, at) : [];
  for (const { index } of refused) resolved[index] = "too_many_voters";
  return resolved;
}

/**
 * What is known about raters and their interactions, by position. LIMIT 1 keeps the planner from joining and
 * hashing.
 */
async function findRaters(tx: Statements, rows: readonly RaterRow[]): Promise<Map<number, Found>> {
  const given = rows.map(({ project_id, interaction_id, rater }) => ({ project_id, interaction_id, rater }));
  const found = await tx.$queryRaw<Found[]>`
    /* prepared: find_raters */ SELECT given.position::int - 1 AS position, i.interaction_id IS NOT NULL AS there,
      i.user_hash AS "userHash", i.session_id AS "sessionId", i.user_hash_key AS "hashKey",
      (SELECT true FROM voters AS v WHERE (v.project_id, v.interaction_id, v.rater)
        = (given.project_id, given.interaction_id, given.rater) LIMIT 1) IS NOT NULL AS "isVoter"
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      AS (project_id uuid, interaction_id text, rater text))
      WITH ORDINALITY AS given(project_id, interaction_id, rater, position)
    LEFT JOIN LATERAL (
      SELECT i.interaction_id, i.user_hash, i.session_id, p.user_hash_key FROM interactions AS i
      LEFT JOIN projects AS p ON p.project_id = i.project_id AND i.user_hash IS NULL AND i.session_id IS NOT NULL
      WHERE (i.project_id, i.interaction_id) = (given.project_id, given.interaction_id) LIMIT 1
    ) AS i ON true`;
  return new Map(found.map((row) => [row.position, row]));
}

interface Stranger {
  row: RaterRow;
  unproven: Unproven;
  index: number;
}

/**
 * Gives new raters a place on their answers, and returns those that get none. The answer's ballot stays
 * locked until the commit, so that no one is counted twice.
 */
async function admit(tx: Statements, strangers: readonly Stranger[], at: Date): Promise<Stranger[]> {
  const answers = Map.groupBy(strangers, ({ row }) => nameOf(row));
  const names = [...answers.values()].flatMap(([first]) => (first ? [ballotOf(first.row)] : []));
  const there = await lockVoters(tx, names);
  const admitted: (ReturnType<typeof ballotOf> & Voter)[] = [];
  const refused: Stranger[] = [];
  for (const [name, asking] of answers) {
    const candidates = asking.map(({ row, unproven }) => ({ ...unproven, rater: row.rater }));
    const outcome = admitVoters(there.get(name) ?? [], candidates);
    const ballot = asking[0] && ballotOf(asking[0].row);
    if (ballot) admitted.push(...outcome.admitted.map((voter) => ({ ...ballot, ...voter })));
    refused.push(...asking.filter(({ row }) => outcome.refused.has(row.rater)));
  }
  if (admitted.length > 0) await insertVoters(tx, admitted, at);
  if (refused.length > 0) {
    await tx.$executeRaw`UPDATE ballots AS b SET refused_at = ${at}
      FROM jsonb_to_recordset(${JSON.stringify(refused.map(({ row }) => ballotOf(row)))}::jsonb)
        AS given(project_id uuid, interaction_id text)
      WHERE (b.project_id, b.interaction_id) = (given.project_id, given.interaction_id)`;
  }
  return refused;
}

type Ballot = Pick<RaterRow, "project_id" | "interaction_id">;

const ballotOf = ({ project_id, interaction_id }: Ballot): Ballot => ({ project_id, interaction_id });

const nameOf = ({ project_id, interaction_id }: Ballot): string => `${project_id} ${interaction_id}`;

/**
 * Locks ballots, always in the same order, and reads their voters. This takes a second statement, to see what
 * was committed in the meantime.
 */
async function lockVoters(tx: Statements, ballots: readonly Ballot[]): Promise<Map<string, Voter[]>> {
  const given = JSON.stringify(ballots);
  await tx.$executeRaw`
    INSERT INTO ballots AS b (project_id, interaction_id)
    SELECT project_id, interaction_id FROM jsonb_to_recordset(${given}::jsonb)
      AS given(project_id uuid, interaction_id text)
    ORDER BY project_id, interaction_id
    ON CONFLICT (project_id, interaction_id) DO UPDATE SET refused_at = b.refused_at`;
  const voters = await tx.$queryRaw<(Ballot & Voter)[]>`
    SELECT v.project_id::text AS project_id, v.interaction_id, v.rater, v.address
    FROM jsonb_to_recordset(${given}::jsonb) AS given(project_id uuid, interaction_id text)
    CROSS JOIN LATERAL (
      SELECT * FROM voters AS v
      WHERE (v.project_id, v.interaction_id) = (given.project_id, given.interaction_id) OFFSET 0
    ) AS v`;
  return Map.groupBy(voters, nameOf);
}

async function insertVoters(tx: Statements, voters: readonly (Ballot & Voter)[], at: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO voters (project_id, interaction_id, rater, address, created_at)
    SELECT project_id, interaction_id, rater, address, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(voters)}::jsonb)
      AS given(project_id uuid, interaction_id text, rater text, address text)
    ON CONFLICT DO NOTHING`;
}

/** The rater that an interaction was given to; null if it names none or does not exist. */
export async function findHolder(projectId: string, interactionId: string): Promise<string | null> {
  const row = {
    project_id: projectId,
    interaction_id: interactionId,
    rater: "",
    user_hash: undefined,
    unproven: null,
    origin: undefined,
  };
  const found = (await findRaters(db(), [row])).get(0);
  return found ? holderOf(found, (id) => userHash(found.hashKey as Uint8Array, id)) : null;
}

/** Deletes the voters of answers whose tokens have expired. That raters were rejected is kept. */
export async function deleteExpiredVoters(now: Date): Promise<void> {
  const before = new Date(now.getTime() - (TOKEN_LIFETIME_DAYS + 1) * 86_400_000);
  await db().$executeRaw`
    WITH gone AS (DELETE FROM voters WHERE created_at < ${before} RETURNING project_id, interaction_id)
    DELETE FROM ballots AS b USING gone
    WHERE (b.project_id, b.interaction_id) = (gone.project_id, gone.interaction_id) AND b.refused_at IS NULL`;
}
