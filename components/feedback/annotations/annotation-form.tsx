"use client";
import { type RefObject, useEffect } from "react";
import { fill } from "../texts/texts.ts";
import { CategoryChips } from "../widget/category-chips.tsx";
import { CommentField } from "../widget/comment-field.tsx";
import { looks } from "../widget/looks.ts";
import { SendButton } from "../widget/send-button.tsx";
import { useFocusHandover } from "../widget/use-focus-handover.ts";
import type { AnnotationTexts } from "./annotation-texts.ts";
import type { AnnotationForm as Form } from "./annotator-state.ts";
import type { Annotations } from "./use-annotations.ts";

interface AnnotationFormProps {
  id: string;
  form: Form;
  annotations: Annotations;
  categories: readonly string[];
  texts: AnnotationTexts;
  /** Gets the focus if the form disappears while focused. */
  heir: RefObject<HTMLElement | null>;
}

/** The form for a passage: a category, a comment, and "Send". */
export function AnnotationForm({ id, form, annotations, categories, texts, heir }: AnnotationFormProps) {
  const root = useFocusHandover<HTMLDivElement>(heir);
  const { exact } = form.quote;
  // Does not focus the comment: on a phone, the keyboard would cover the passage before the user has seen it.
  const { recalled } = annotations.annotator;
  useEffect(() => {
    if (!recalled) root.current?.focus({ preventScroll: true });
  }, [root, recalled]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is drawn around its legend, and this has none
    <div
      {...looks("details", "annotation-form")}
      ref={root}
      id={id}
      role="group"
      tabIndex={-1}
      aria-label={fill(texts.highlightForm, { quote: exact })}
      onKeyDown={(event) => {
        // While composing Japanese or Chinese, the key belongs to the input method.
        if (event.key === "Escape" && !event.nativeEvent.isComposing) annotations.close();
      }}
    >
      <p {...looks("quote")} dir="auto">
        {exact}
      </p>
      <CategoryChips
        legend={texts.highlightLegend}
        values={categories}
        ticked={form.category ? [form.category] : []}
        texts={texts}
        onToggle={annotations.toggleCategory}
      />
      <CommentField
        label={texts.commentLabel}
        placeholder={texts.highlightPlaceholder}
        value={form.comment}
        onType={annotations.typeComment}
        onSend={annotations.send}
      />
      <div {...looks("row")}>
        <SendButton label={texts.send} busy={annotations.busy} onClick={annotations.send} />
        <button type="button" {...looks("button", "cancel")} data-quiet onClick={annotations.close}>
          {texts.cancel}
        </button>
      </div>
    </div>
  );
}
