"use client";
import { useId, useRef } from "react";
import { looks } from "../widget/looks.ts";
import { widgetKey } from "../widget/widget-key.ts";
import { WidgetRoot } from "../widget/widget-root.tsx";
import { ChangesView } from "./changes-view.tsx";
import { EditorButtons } from "./editor-buttons.tsx";
import { editTexts } from "./editor-texts.ts";
import { type CorrectionOptions, useCorrection } from "./use-correction.ts";

/** What {@link CorrectionEditor} takes. */
export interface CorrectionEditorProps extends Omit<CorrectionOptions, "field"> {
  /** The name of the text area in the form around, if there is one. */
  name?: string | undefined;
}

/**
 * The draft to edit. The final text is sent when the user submits it, copies from it, submits the form around it or
 * leaves; the same text once. The draft as it is, submitted or copied, tells that it was accepted.
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
