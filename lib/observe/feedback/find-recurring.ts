import { offThread, WorkFailed } from "#lib/platform/threads/index.ts";
import { type CommentsToGroup, groupComments, type RecurringComment } from "./recurring-comments.ts";

/** The most comments to group on the main thread, since each is compared with all others. */
const FEW = 50;

const WORK = { file: "lib/observe/feedback/recurring-comments.ts", name: "groupComments" };

/** The worker's time budget, and how long a page waits for it, in milliseconds. */
const BUDGET = { budgetMs: 2_000, patienceMs: 8_000 };

/**
 * What several comments say, most frequent first; empty if grouping takes too long. Many comments are grouped
 * in a worker thread.
 */
export async function recurringComments(
  comments: CommentsToGroup["comments"],
  most: number,
): Promise<RecurringComment[]> {
  if (comments.length <= FEW) return groupComments({ comments, most });
  const size = comments.reduce((sum, { text }) => sum + text.length, 0);
  try {
    return await offThread<RecurringComment[]>(WORK, { comments, most }, { ...BUDGET, size });
  } catch (error) {
    if (error instanceof WorkFailed) return [];
    throw error;
  }
}
