"use client";
import { type Dispatch, type RefObject, useId } from "react";
import type { englishDetails } from "../texts/english/details.ts";
import { categoryLabel, type Texts } from "../texts/texts.ts";
import { useFocusHandover } from "../widget/use-focus-handover.ts";
import type { BarDraft, BarEvent } from "./bar-state.ts";

interface BarDetailsProps {
  id: string;
  draft: BarDraft;
  categories: readonly string[];
  texts: Pick<Texts, keyof typeof englishDetails | "send">;
  busy: boolean;
  /** Gets the focus when the details fold while they have it. */
  heir: RefObject<HTMLElement | null>;
  dispatch: Dispatch<BarEvent>;
  onSend(): void;
}

/** What thumbs-down unfolds: reasons to tick, a comment, and "Send". */
export function BarDetails(props: BarDetailsProps) {
  const { id, draft, categories, texts, busy, heir, dispatch, onSend } = props;
  const root = useFocusHandover<HTMLDivElement>(heir);
  const commentId = useId();
  return (
    <div ref={root} id={id} className="whetstone-details">
      <fieldset className="whetstone-categories">
        <legend className="whetstone-label">{texts.categoriesLegend}</legend>
        {categories.map((value) => (
          <label key={value} className="whetstone-chip">
            <input
              type="checkbox"
              className="whetstone-hidden"
              checked={draft.categories.includes(value)}
              onChange={() => dispatch({ type: "category_toggled", value })}
            />
            <span className="whetstone-chip-face">{categoryLabel(value, texts)}</span>
          </label>
        ))}
      </fieldset>
      <label className="whetstone-label" htmlFor={commentId}>
        {texts.commentLabel}
      </label>
      <textarea
        id={commentId}
        className="whetstone-field"
        rows={2}
        dir="auto"
        value={draft.comment}
        placeholder={texts.commentPlaceholder}
        onChange={(event) => dispatch({ type: "comment_typed", comment: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSend();
        }}
      />
      <button type="button" className="whetstone-button" data-primary aria-busy={busy} onClick={onSend}>
        {texts.send}
      </button>
    </div>
  );
}
