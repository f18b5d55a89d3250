"use client";
import { type RefObject, useId, useRef } from "react";
import { ChevronIcon } from "../styles/icons.tsx";
import { looks } from "../widget/looks.ts";
import { Notice } from "../widget/notice.tsx";
import { widgetKey } from "../widget/widget-key.ts";
import { WidgetRoot } from "../widget/widget-root.tsx";
import { ChangesView } from "./changes-view.tsx";
import { type EditorTexts, editTexts } from "./editor-texts.ts";
import { type Correction, type CorrectionOptions, useCorrection } from "./use-correction.ts";

/** Props of {@link CorrectionEditor}. */
export interface CorrectionEditorProps extends Omit<CorrectionOptions, "field"> {
  /** The name of the textarea in the surrounding form. */
  name?: string | undefined;
}

/**
 * An editor for a draft. The final text is sent once, when the user submits it, copies from it, submits the
 * surrounding form or leaves. Submitting or copying the unchanged draft counts as accepting it.
 */
export function CorrectionEditor(props: CorrectionEditorProps) {
  return <EditorOfOneInteraction key={widgetKey(props)} {...props} />;
}

function EditorOfOneInteraction({ name, ...props }: CorrectionEditorProps) {
  const texts = editTexts(props.texts);
  const field = useRef<HTMLTextAreaElement>(null);
  const correction = useCorrection({ ...props, field });
  const fieldId = useId();
  const changesId = useId();
  const { text } = correction;
  return (
    <WidgetRoot part="editor" texts={texts} className={props.className} waiting={props.waiting}>
      <label {...looks("label")} htmlFor={fieldId}>
        {texts.editorLabel}
      </label>
      <textarea
        ref={field}
        id={fieldId}
        name={name}
        {...looks("field")}
        rows={Math.min(18, Math.max(5, text.split("\n").length + 1))}
        dir="auto"
        value={text}
        onChange={(event) => correction.setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) correction.submit();
        }}
      />
      <EditorButtons correction={correction} texts={texts} changesId={changesId} field={field} />
      {correction.showsChanges && <ChangesView id={changesId} changes={correction.changes} texts={texts} />}
    </WidgetRoot>
  );
}

interface EditorButtonsProps {
  correction: Correction;
  texts: EditorTexts;
  changesId: string;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** The editor's buttons and status. */
function EditorButtons({ correction, texts, changesId, field }: EditorButtonsProps) {
  const { showsChanges } = correction;
  return (
    <div {...looks("row")}>
      <button
        type="button"
        {...looks("button", correction.sent ? "submit sent" : "submit")}
        data-primary
        data-sent={correction.sent || undefined}
        aria-busy={correction.busy}
        onClick={correction.submit}
      >
        {correction.sent ? texts.sent : texts.submitEdit}
      </button>
      <button type="button" {...looks("button", "copy")} onClick={correction.copy}>
        {texts.copy}
      </button>
      <button
        type="button"
        {...looks("button", "show-changes")}
        aria-expanded={showsChanges}
        aria-controls={showsChanges ? changesId : undefined}
        onClick={correction.toggleChanges}
      >
        {texts.showChanges}
        <ChevronIcon />
      </button>
      <Notice
        outcome={correction.outcome}
        retryLabel={texts.tryAgain}
        onRetry={correction.retry}
        heir={field}
      />
    </div>
  );
}
