import type { FeedbackItem } from "#lib/observe/interactions/index";
import { Card } from "../ui/card.tsx";
import { editWords } from "./edit-words.ts";
import { LongText } from "./long-text.tsx";
import { WordDifference } from "./word-difference.tsx";
import { editSize, type WordEdit, wordEdits } from "./word-edits.ts";
import { countOf, momentWords } from "./words.ts";

interface EditCardProps {
  before: string;
  edit: FeedbackItem;
  tz: string;
}

/** What a user made of the response, word by word. */
export function EditCard({ before, edit, tz }: EditCardProps) {
  const after = edit.correctionText ?? "";
  const edits = wordEdits(before, after);
  const note = [momentWords(edit.updatedAt, tz), edits && sizeWords(edits), editWords(edit.metadata)];
  return (
    <Card title="Edit" note={note.filter(Boolean).join(" · ")}>
      {edits ? (
        <p className="whitespace-pre-wrap text-base leading-relaxed wrap-anywhere">
          <WordDifference edits={edits} />
        </p>
      ) : (
        <LongText text={after} />
      )}
    </Card>
  );
}

function sizeWords(edits: readonly WordEdit[]): string {
  const { added, removed } = editSize(edits);
  return added + removed === 0 ? "nothing changed" : `${countOf(added, "word")} added, ${removed} removed`;
}
