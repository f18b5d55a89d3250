import {
  type AnswerVote,
  type Changes,
  chooseExamples,
  type ReportExample,
  studyChanges,
} from "#lib/decide/report/index.ts";
import { detailEdit } from "#lib/evaluate/edits/index.ts";

/** Corrections, newest first, with the votes on their answers; times in milliseconds. */
export interface EditsToStudy {
  edits: readonly {
    feedbackId: string;
    interactionId: string;
    rater: string;
    input: string | null;
    answer: string;
    correction: string;
    at: number;
  }[];
  votes: readonly AnswerVote[];
}

/** What the corrections say. */
export interface StudiedEdits {
  changes: Changes;
  examples: ReportExample[];
}

/** Measures corrections and chooses examples from them. It takes strangers' texts and is loaded by a thread. */
export function studyEdits({ edits, votes }: EditsToStudy): StudiedEdits {
  const measured = edits.map(({ answer, ...edit }) => ({
    ...edit,
    detail: detailEdit({ answer, correction: edit.correction }),
  }));
  return { changes: studyChanges(measured), examples: chooseExamples(measured, votes) };
}
