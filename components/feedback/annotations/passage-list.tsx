"use client";
import type { RefObject } from "react";
import { categoryLabel, fill } from "../texts/texts.ts";
import { looks } from "../widget/looks.ts";
import { PassingButton } from "../widget/passing-button.tsx";
import { useFocusHandover } from "../widget/use-focus-handover.ts";
import type { AnnotationTexts } from "./annotation-texts.ts";
import type { ListedPassage } from "./listed-passages.ts";
import type { Annotations } from "./use-annotations.ts";

interface PassageListProps {
  id: string;
  passages: readonly ListedPassage[];
  annotations: Annotations;
  texts: AnnotationTexts;
  /** Gets the focus if the focused element disappears. */
  heir: RefObject<HTMLElement | null>;
}

/** The highlighted passages, each with its category and comment. */
export function PassageList({ id, passages, annotations, texts, heir }: PassageListProps) {
  const root = useFocusHandover<HTMLUListElement>(heir);
  return (
    <ul {...looks("passages")} ref={root} id={id} aria-label={texts.highlightsLabel}>
      {passages.map((passage) => (
        <PassageItem
          key={passage.annotationId}
          passage={passage}
          annotations={annotations}
          texts={texts}
          heir={heir}
        />
      ))}
    </ul>
  );
}

interface PassageItemProps extends Omit<PassageListProps, "id" | "passages"> {
  passage: ListedPassage;
}

function PassageItem({ passage, annotations, texts, heir }: PassageItemProps) {
  const { annotationId, quote, category, comment } = passage;
  const active = annotations.annotator.active === annotationId;
  const note = noteOf(passage, texts);
  const mark = () => annotations.activate(annotationId);
  return (
    <li {...looks("passage-item", active ? "passage-active" : "")} data-active={active || undefined}>
      <button
        type="button"
        {...looks("passage")}
        aria-current={active || undefined}
        onFocus={mark}
        onClick={mark}
      >
        <span {...looks("quote")} dir="auto">
          {quote.exact}
        </span>
        {category && <span {...looks("passage-category")}>{categoryLabel(category, texts)}</span>}
        {comment && (
          <span {...looks("passage-comment")} dir="auto">
            {comment}
          </span>
        )}
        {note && <span {...looks("passage-note")}>{note}</span>}
      </button>
      {annotations.canRemove && (
        <span {...looks("passage-actions")}>
          <PassingButton
            part="change"
            heir={heir}
            data-quiet
            aria-label={fill(texts.changeHighlight, { quote: quote.exact })}
            onClick={() => annotations.change(annotationId)}
          >
            {texts.change}
          </PassingButton>
          <PassingButton
            part="remove"
            heir={heir}
            data-quiet
            aria-label={fill(texts.removeHighlight, { quote: quote.exact })}
            onClick={() => annotations.remove(annotationId)}
          >
            {texts.remove}
          </PassingButton>
        </span>
      )}
    </li>
  );
}

function noteOf({ status, span }: ListedPassage, texts: AnnotationTexts): string | null {
  if (status === "refused") return texts.highlightUnsaved;
  if (span === null) return texts.passageNotFound;
  return status === "kept" ? texts.highlightWaiting : null;
}
