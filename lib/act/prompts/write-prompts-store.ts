import { advisoryLocks } from "#lib/platform/db/advisory-locks.ts";
import { db, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client.ts";
import { orProjectGone } from "#lib/platform/db/project-gone.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { forgetPrompts } from "./served-cache.ts";

/** Who writes: a person of the dashboard, or a key. */
export interface PromptAuthor {
  /** As it is kept with what they wrote. */
  name: string;
  /** Whether they may move protected labels. */
  mayMoveProtected: boolean;
}

/** The author behind a secret key. */
export const keyAuthor = (keyName: string): PromptAuthor => ({
  name: `API key ${keyName}`,
  mayMoveProtected: false,
});

/** Lets nobody else change prompts of a project until the transaction ends. */
export const holdPrompts = (tx: Transaction, projectId: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.prompts}::int, hashtext(${projectId}))`;

/**
 * Changes prompts of a project in one transaction, one writer at a time: what includes what is then looked at as it is.
 * What this process serves is read anew after it.
 */
export async function writePrompts<T>(projectId: string, write: (tx: Transaction) => Promise<T>): Promise<T> {
  const written = await db()
    .$transaction(async (tx) => {
      await holdPrompts(tx, projectId);
      return write(tx);
    }, TRANSACTION_TIMES)
    .catch(orProjectGone);
  forgetPrompts(projectId);
  return written;
}

/** A prompt as it is stored, without its versions. */
export interface StoredPrompt {
  template: string;
  kind: "text" | "chat";
  createdAt: Date;
  archivedAt: Date | null;
}

const promptColumns = { template: true, kind: true, createdAt: true, archivedAt: true };

/** A prompt; null where there is none of that name. */
export const findPrompt = (
  tx: Transaction,
  projectId: string,
  template: string,
): Promise<StoredPrompt | null> =>
  tx.promptTemplate.findUnique({
    where: { projectId_template: { projectId, template } },
    select: promptColumns,
  });

/** @throws Problem 404 where there is no prompt of that name. */
export async function requirePrompt(
  tx: Transaction,
  projectId: string,
  template: string,
): Promise<StoredPrompt> {
  const prompt = await findPrompt(tx, projectId, template);
  if (prompt) return prompt;
  throw new Problem(
    "not_found",
    `There is no prompt named “${template}” here. POST /api/prompts creates one; a name that is only logged has no texts.`,
  );
}

/** @throws Problem 404 where there is no prompt of that name, 409 where it is archived. */
export async function requireActive(
  tx: Transaction,
  projectId: string,
  template: string,
): Promise<StoredPrompt> {
  const prompt = await requirePrompt(tx, projectId, template);
  refuseArchived(prompt);
  return prompt;
}

/** @throws Problem 409 where a prompt is archived. */
export function refuseArchived({ template, archivedAt }: StoredPrompt): void {
  if (!archivedAt) return;
  throw new Problem(
    "prompt_archived",
    `“${template}” is archived: it is served as it is, and changes no more. Take it out of the archive first.`,
  );
}
