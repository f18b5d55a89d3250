import type { DraftTask } from "#lib/act/drafts/index.ts";
import { announcementNotes, articleExample, supportMailExample } from "./examples.ts";

/** What the page says about a task, and the text that it begins with. */
export interface TaskWords {
  task: DraftTask;
  label: string;
  /** What the reader puts in. */
  inputLabel: string;
  example: string;
}

/** The tasks in the order in which they are offered. */
export const tasks: readonly TaskWords[] = [
  { task: "summary", label: "Summarise an article", inputLabel: "Article", example: articleExample },
  {
    task: "support_reply",
    label: "Answer a support mail",
    inputLabel: "Customer’s mail",
    example: supportMailExample,
  },
  { task: "announcement", label: "Draft an announcement", inputLabel: "Notes", example: announcementNotes },
];
