import type { FeedbackItem } from "#lib/observe/interactions/index";
import { Card } from "../ui/card.tsx";
import { LongText } from "./long-text.tsx";
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
  return (
    <Card title="Edit" note={`${momentWords(edit.updatedAt, tz)}${edits ? ` · ${sizeWords(edits)}` : ""}`}>
      {edits ? <Difference edits={edits} /> : <LongText text={after} />}
    </Card>
  );
}

function Difference({ edits }: { edits: readonly WordEdit[] }) {
  return (
    <p className="whitespace-pre-wrap text-base leading-relaxed wrap-anywhere">
      {edits.map(({ kind, text }, index) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: a difference is computed whole and never reordered.
        if (kind === "added")
          return (
            <ins key={index} className="rounded-xs bg-good-tint text-good decoration-1 underline-offset-3">
              {text}
            </ins>
          );
        if (kind === "removed")
          return (
            <del key={index} className="rounded-xs bg-bad-tint text-bad">
              {text}
            </del>
          );
        return <span key={index}>{text}</span>;
        // biome-ignore-end lint/suspicious/noArrayIndexKey: as above.
      })}
    </p>
  );
}

function sizeWords(edits: readonly WordEdit[]): string {
  const { added, removed } = editSize(edits);
  return added + removed === 0 ? "nothing changed" : `${countOf(added, "word")} added, ${removed} removed`;
}
