"use client";
import { type RefObject, useEffect, useId } from "react";
import { fill } from "../texts/texts.ts";
import { looks } from "../widget/looks.ts";
import { useFocusHandover } from "../widget/use-focus-handover.ts";
import type { AnnotationTexts } from "./annotation-texts.ts";
import type { Annotations } from "./use-annotations.ts";

interface PassagePickingProps {
  id: string;
  annotations: Annotations;
  texts: AnnotationTexts;
  /** Gets the focus if this disappears while focused. */
  heir: RefObject<HTMLElement | null>;
}

/** Selects a passage with the keyboard: shows what the keys do, and the caret or the selection. */
export function PassagePicking({ id, annotations, texts, heir }: PassagePickingProps) {
  const root = useFocusHandover<HTMLDivElement>(heir);
  const helpId = useId();
  const { picker, choose, close } = annotations;
  useEffect(() => root.current?.focus({ preventScroll: true }), [root]);
  const words = picker.selector
    ? fill(texts.pickerSelected, { text: picker.selector.quote.exact })
    : fill(texts.pickerAt, { text: picker.ahead });
  return (
    <div id={id} {...looks("passage-picker")}>
      {/* An application: otherwise screen readers would use the arrow keys themselves. */}
      <div
        {...looks("picker-words")}
        ref={root}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys
        tabIndex={0}
        aria-label={texts.pickerLabel}
        aria-describedby={helpId}
        onKeyDown={(event) => {
          if (event.key === "Enter") choose(picker.selector);
          else if (event.key === "Escape") close();
          else if (!picker.onKey(event)) return;
          event.preventDefault();
        }}
      >
        <p aria-live="assertive" dir="auto">
          {words}
        </p>
      </div>
      <p {...looks("quiet")} id={helpId}>
        {texts.pickerHelp}
      </p>
      <div {...looks("row")}>
        <button
          type="button"
          {...looks("button", "choose")}
          data-primary
          onClick={() => choose(picker.selector)}
        >
          {texts.highlight}
        </button>
        <button type="button" {...looks("button", "cancel")} data-quiet onClick={close}>
          {texts.cancel}
        </button>
      </div>
    </div>
  );
}
