"use client";
import { type RefObject, useId, useRef } from "react";
import { ChevronIcon } from "../styles/icons.tsx";
import { type OutcomeTexts, outcomeOf } from "../submission/outcome-words.ts";
import { isBusy } from "../submission/submission-state.ts";
import { englishEditor } from "../texts/english/editor.ts";
import { englishOutcomes } from "../texts/english/outcomes.ts";
import { textsWith } from "../texts/texts.ts";
import { Notice } from "../widget/notice.tsx";
import type { WidgetProps } from "../widget/widget-props.ts";
import { WidgetRoot } from "../widget/widget-root.tsx";
import { ChangesView } from "./changes-view.tsx";
import { type Correction, useCorrection } from "./use-correction.ts";
import { useEnclosingForm } from "./use-enclosing-form.ts";

const editorTexts = { ...englishOutcomes, ...englishEditor };
type EditorTexts = ReturnType<typeof textsWith<typeof editorTexts>>;

/** What {@link CorrectionEditor} takes. */
export interface CorrectionEditorProps extends WidgetProps {
  /** The answer as the model gave it. */
  draft: string;
  /** Called with the text whenever the user takes it as final: on Submit, on copying, with the form around. */
  onFinal?: ((text: string) => void) | undefined;
  /** The name of the text area in the form around, if there is one. */
  name?: string | undefined;
}

/**
 * The draft to edit. The final text is sent when the user submits it, copies from it or submits the form around
 * it; the same text once, unchanged text never.
 */
export function CorrectionEditor(props: CorrectionEditorProps) {
  return <EditorOfOneInteraction key={props.interactionId} {...props} />;
}

function EditorOfOneInteraction(props: CorrectionEditorProps) {
  const texts = textsWith(editorTexts, props.texts);
  const { name, ...rest } = props;
  const correction = useCorrection(rest);
  const field = useRef<HTMLTextAreaElement>(null);
  useEnclosingForm(field, correction.capture);
  const fieldId = useId();
  const changesId = useId();
  const { text, editor, dispatch } = correction;
  return (
    <WidgetRoot part="editor" texts={texts} className={props.className} waiting={props.waiting}>
      <label className="whetstone-label" htmlFor={fieldId}>
        {texts.editorLabel}
      </label>
      <textarea
        ref={field}
        id={fieldId}
        name={name}
        className="whetstone-field"
        rows={Math.min(18, Math.max(5, text.split("\n").length + 1))}
        dir="auto"
        value={text}
        onChange={(event) => dispatch({ type: "typed", text: event.target.value })}
        onCopy={correction.capture}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) correction.submit();
        }}
      />
      <EditorButtons correction={correction} texts={texts} changesId={changesId} field={field} />
      {editor.showsChanges && <ChangesView id={changesId} before={props.draft} after={text} texts={texts} />}
    </WidgetRoot>
  );
}

interface EditorButtonsProps {
  correction: Correction;
  texts: EditorTexts;
  changesId: string;
  field: RefObject<HTMLTextAreaElement | null>;
}

function EditorButtons({ correction, texts, changesId, field }: EditorButtonsProps) {
  const { editor, submission, dispatch } = correction;
  const hints = { copied: texts.copied, not_copied: texts.notCopied, nothing_edited: texts.nothingEdited };
  return (
    <div className="whetstone-row">
      <button
        type="button"
        className="whetstone-button"
        data-primary
        aria-busy={isBusy(submission)}
        onClick={correction.submit}
      >
        {texts.submitEdit}
      </button>
      <button type="button" className="whetstone-button" onClick={correction.copy}>
        {texts.copy}
      </button>
      <button
        type="button"
        className="whetstone-button"
        aria-expanded={editor.showsChanges}
        aria-controls={editor.showsChanges ? changesId : undefined}
        onClick={() => dispatch({ type: "changes_toggled" })}
      >
        {texts.showChanges}
        <ChevronIcon />
      </button>
      <Notice
        outcome={outcomeOf(submission, editOutcomeTexts(texts))}
        hint={editor.hint ? hints[editor.hint] : undefined}
        retryLabel={texts.tryAgain}
        onRetry={correction.retry}
        heir={field}
      />
    </div>
  );
}

/** An edit is told of in words of its own. */
const editOutcomeTexts = (texts: EditorTexts): OutcomeTexts => ({
  ...texts,
  ratingSaved: texts.editSaved,
  ratingRemoved: texts.editRemoved,
  ratingNotSaved: texts.editNotSaved,
  ratingNotRemoved: texts.editNotRemoved,
});
