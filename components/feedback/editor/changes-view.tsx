"use client";
import { fill } from "../texts/texts.ts";
import { looks } from "../widget/looks.ts";
import type { EditCounts } from "./edit-measure.ts";
import type { EditorTexts } from "./editor-texts.ts";
import type { WordDifference } from "./use-word-difference.ts";
import type { DifferencePart } from "./word-difference.ts";

interface ChangesViewProps {
  id: string;
  changes: WordDifference;
  texts: EditorTexts;
}

/** What the edit changed, word by word; strikethrough, underlines and hidden text show it without color. */
export function ChangesView({ id, changes, texts }: ChangesViewProps) {
  return (
    <section id={id} {...looks("changes")} aria-label={texts.changesLabel}>
      {changes.status === "loading" && <p {...looks("quiet")}>{texts.changesLoading}</p>}
      {changes.status === "failed" && <p {...looks("quiet")}>{texts.changesFailed}</p>}
      {changes.status === "ready" && <Difference {...changes} texts={texts} />}
    </section>
  );
}

interface DifferenceProps {
  parts: DifferencePart[];
  counts: EditCounts | null;
  texts: EditorTexts;
}

function Difference({ parts, counts, texts }: DifferenceProps) {
  if (parts.every((part) => part.kind === "same")) return <p {...looks("quiet")}>{texts.noChanges}</p>;
  return (
    <>
      <p {...looks("quiet")}>{counts ? fill(texts.changesCount, { ...counts }) : texts.changesTooMany}</p>
      <div {...looks("difference")} dir="auto">
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
          <Part key={index} part={part} texts={texts} />
        ))}
      </div>
    </>
  );
}

function Part({ part, texts }: { part: DifferencePart; texts: EditorTexts }) {
  if (part.kind === "same") return part.text;
  const Element = part.kind === "added" ? "ins" : "del";
  return (
    <Element {...looks(part.kind)}>
      <span className="whetstone-hidden"> {texts[part.kind]} </span>
      {part.text}
    </Element>
  );
}
