import {
  findItem,
  findItems,
  type InboxEvent,
  type InboxFilter,
  type InboxItem,
  type InboxQuery,
  listItems,
  readItemHistory,
} from "#lib/act/inbox/index.ts";
import { findProblems, type Problem } from "#lib/act/problems/index.ts";
import { dimensionsOfQuery } from "#lib/domain/dimensions.ts";
import type { InboxRef } from "#lib/domain/inbox.ts";
import { type InteractionListItem, readListItems } from "#lib/observe/interactions/index.ts";
import { indexNewest, parseWords } from "#lib/observe/search/index.ts";
import type { ListCursor } from "#lib/platform/list-cursor.ts";
import { Problem as Refusal } from "#lib/platform/problem/index.ts";
import { listMembers, type ProjectMember } from "#lib/platform/projects/list-members.ts";

/** An item of the inbox with what it is about. */
export interface InboxLine extends Omit<InboxItem, "assignee"> {
  /** The member who works on it; null for nobody, and for somebody who left. */
  assignee: Pick<ProjectMember, "userId" | "name"> | null;
  /** The answer, without its texts whole; null for a problem. */
  answer: Omit<InteractionListItem, "matches"> | null;
  /** The problem; null for an answer. */
  problem: Problem | null;
}

/** A page of the inbox. */
export interface InboxLines {
  data: InboxLine[];
  next: ListCursor | null;
}

/**
 * A page of a project's inbox, the newest complaint first.
 * @throws Problem 400 for an assignee who is no member.
 */
export async function listInbox(
  projectId: string,
  query: InboxQuery,
  place: { cursor?: ListCursor | undefined; limit: number },
): Promise<InboxLines> {
  const members = await listMembers(projectId);
  const filter = await toFilter(projectId, query, members, place);
  const { items, next } = await listItems(projectId, filter);
  return { data: await toLines(projectId, items, members), next };
}

/** A query as a filter. */
export async function toFilter(
  projectId: string,
  { state: list, assignee, tag, category, q, ...dimensions }: InboxQuery,
  members: readonly ProjectMember[],
  { cursor, limit }: { cursor?: ListCursor | undefined; limit: number },
): Promise<InboxFilter> {
  const words = q === undefined ? null : await parseWords(q);
  if (words) await indexNewest(projectId);
  return {
    ...{ list, tag, category, after: cursor, limit },
    ...dimensionsOfQuery(dimensions),
    words: words?.query,
    assignee:
      assignee === undefined ? undefined : assignee === "none" ? null : memberNamed(members, assignee).userId,
  };
}

/**
 * The member with this user ID or email address.
 * @throws Problem 400 if there is none.
 */
export function memberNamed(members: readonly ProjectMember[], named: string): ProjectMember {
  const found = members.find(
    ({ userId, email }) => userId === named || email.toLowerCase() === named.toLowerCase(),
  );
  if (found) return found;
  const errors = [{ path: "assignee", message: "must be the user ID or email address of a member" }];
  throw new Refusal("invalid_body", "The assignee is no member of this project's organization.", { errors });
}

/** These items with what they are about, in their order; what is erased meanwhile is left out. */
export async function readLines(projectId: string, items: readonly InboxRef[]): Promise<InboxLine[]> {
  const [members, found] = await Promise.all([listMembers(projectId), findItems(projectId, items)]);
  return toLines(projectId, found, members);
}

async function toLines(
  projectId: string,
  items: readonly InboxItem[],
  members: readonly ProjectMember[],
): Promise<InboxLine[]> {
  const refsOf = (kind: InboxRef["kind"]) => items.flatMap((item) => (item.kind === kind ? [item.ref] : []));
  const [listed, found] = await Promise.all([
    readListItems(projectId, refsOf("answer")),
    findProblems(projectId, refsOf("problem")),
  ]);
  const answers = new Map(listed.map((answer) => [answer.interactionId, answer] as const));
  const problems = new Map(found.map((problem) => [problem.problemId, problem] as const));
  const nameOf = new Map(members.map(({ userId, name }) => [userId, name] as const));
  return items.flatMap(({ assignee, ...item }): InboxLine[] => {
    const name = assignee === null ? undefined : nameOf.get(assignee);
    const answer = answers.get(item.ref) ?? null;
    const problem = problems.get(item.ref) ?? null;
    if (answer === null && problem === null) return [];
    const by = assignee !== null && name !== undefined ? { userId: assignee, name } : null;
    return [{ ...item, assignee: by, answer, problem }];
  });
}

/** One item with what it is about and what was done to it. */
export interface InboxDetail extends InboxLine {
  /** The latest first. */
  history: InboxEvent[];
}

/**
 * One item.
 * @throws Problem 404 if there is none.
 */
export async function readInboxItem(projectId: string, item: InboxRef): Promise<InboxDetail> {
  await findItem(projectId, item);
  const [[line], history] = await Promise.all([
    readLines(projectId, [item]),
    readItemHistory(projectId, item),
  ]);
  if (!line) throw new Refusal("not_found", "There is no such item in the inbox.");
  return { ...line, history };
}
