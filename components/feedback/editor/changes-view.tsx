"use client";
import type { englishEditor } from "../texts/english/editor.ts";
import { fill } from "../texts/texts.ts";
import { useWordDifference } from "./use-word-difference.ts";
import { countChanges, type DifferencePart } from "./word-difference.ts";

type ChangesTexts = typeof englishEditor;

interface ChangesViewProps {
  id: string;
  before: string;
  after: string;
  texts: ChangesTexts;
}

/** What the edit changed, word by word; strokes, underlines and hidden words tell it without colour. */
export function ChangesView({ id, before, after, texts }: ChangesViewProps) {
  const difference = useWordDifference(before, after);
  return (
    <section id={id} className="whetstone-changes" aria-label={texts.changesLabel}>
      {difference.status === "loading" && <p className="whetstone-quiet">{texts.changesLoading}</p>}
      {difference.status === "failed" && <p className="whetstone-quiet">{texts.changesFailed}</p>}
      {difference.status === "ready" && <Difference parts={difference.parts} texts={texts} />}
    </section>
  );
}

function Difference({ parts, texts }: { parts: DifferencePart[]; texts: ChangesTexts }) {
  if (parts.every((part) => part.kind === "same"))
    return <p className="whetstone-quiet">{texts.noChanges}</p>;
  return (
    <>
      <p className="whetstone-quiet">{fill(texts.changesCount, countChanges(parts))}</p>
      <div className="whetstone-difference" dir="auto">
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
          <Part key={index} part={part} texts={texts} />
        ))}
      </div>
    </>
  );
}

function Part({ part, texts }: { part: DifferencePart; texts: ChangesTexts }) {
  if (part.kind === "same") return part.text;
  const Element = part.kind === "added" ? "ins" : "del";
  return (
    <Element className={part.kind === "added" ? "whetstone-added" : "whetstone-removed"}>
      <span className="whetstone-hidden"> {part.kind === "added" ? texts.added : texts.removed} </span>
      {part.text}
    </Element>
  );
}
