import { stripMarkdown } from "#components/format/numbers.ts";
import { inboxItemId } from "#lib/domain/inbox.ts";
import type { InboxLine } from "#lib/use-cases/inbox/list-inbox.ts";

/** An item as a list shows it. */
export interface InboxRow extends InboxLine {
  id: string;
  /** What it is about, in a line. */
  title: string;
}

/** An item as a row. */
export const toRow = (line: InboxLine): InboxRow => ({
  ...line,
  id: inboxItemId(line),
  title:
    line.problem?.title ??
    (line.answer?.inputExcerpt?.trim() || stripMarkdown(line.answer?.responseExcerpt ?? "") || "No input"),
});
