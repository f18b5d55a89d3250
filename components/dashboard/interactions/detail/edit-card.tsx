import type { ShownDifference } from "#components/dashboard/corrections/show-difference.ts";
import { WordDifference } from "#components/dashboard/corrections/word-difference.tsx";
import { formatEdit } from "#components/format/edit.ts";
import { formatCount, formatCountOf, formatMoment } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import type { ShownFeedback, ShownText } from "#lib/observe/interactions/index.ts";
import { LongText, ShowAll, type WholePlace } from "./long-text.tsx";

/** A user's edit of the response: the difference, or the beginning of the text where that took too long to compute. */
export interface ShownEdit {
  edit: ShownFeedback;
  difference: ShownDifference | null;
  after: ShownText;
}

/** A user's edit of the response, word by word. */
export function EditCard({ shown, place, tz }: { shown: ShownEdit; place: WholePlace; tz: string }) {
  const { edit, difference, after } = shown;
  const name = `edit:${edit.feedbackId}`;
  const note = [formatMoment(edit.updatedAt, tz), difference && sizeWords(difference), formatEdit(edit.edit)];
  return (
    <Card title="Edit" note={note.filter(Boolean).join(" · ")}>
      {difference ? (
        <>
          <p className="whitespace-pre-wrap text-base leading-relaxed wrap-anywhere">
            <WordDifference edits={difference.edits} />
            {!difference.complete && "…"}
          </p>
          <ShowAll shown={{ ...after, cut: !difference.complete }} name={name} place={place} />
        </>
      ) : (
        <>
          <p className="mb-2 text-faint text-sm">
            The correction is too large or too different to compare. This is the corrected text.
          </p>
          <LongText shown={after} name={name} place={place} />
        </>
      )}
    </Card>
  );
}

/** Edits beyond those that are compared. */
export function FurtherEdits({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p className="text-faint text-sm">
      {formatCount(count)} more {count === 1 ? "edit is" : "edits are"} not compared here. The API returns all
      of them.
    </p>
  );
}

function sizeWords({ added, removed }: ShownDifference): string {
  return added + removed === 0 ? "no changes" : `${formatCountOf(added, "word")} added, ${removed} removed`;
}
