"use client";
import { useRef } from "react";
import { CommentField } from "../widget/comment-field.tsx";
import { looks } from "../widget/looks.ts";
import { Notice } from "../widget/notice.tsx";
import { SendButton } from "../widget/send-button.tsx";
import { commentTexts } from "../widget/use-comment-rating.ts";
import { widgetKey } from "../widget/widget-key.ts";
import { WidgetRoot } from "../widget/widget-root.tsx";
import { type CommentOptions, useComment } from "./use-comment.ts";

/** Props of {@link CommentBox}. */
export interface CommentBoxProps extends CommentOptions {}

/**
 * A comment field, sent with its button, Ctrl+Enter or Cmd+Enter as a rating of type `comment`, which a
 * `CategoryPicker` for the same answer shares. Sending an empty comment removes it.
 */
export function CommentBox(props: CommentBoxProps) {
  return <BoxOfOneInteraction key={widgetKey(props)} {...props} />;
}

function BoxOfOneInteraction(props: CommentBoxProps) {
  const texts = commentTexts(props.texts);
  const box = useComment(props);
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <WidgetRoot part="comment-box" texts={texts} className={props.className} waiting={props.waiting}>
      <div {...looks("comment")}>
        <CommentField
          label={texts.commentBoxLabel}
          placeholder={texts.commentBoxPlaceholder}
          value={box.comment}
          fieldRef={field}
          onType={box.type}
          onSend={box.send}
        />
        <div {...looks("row")}>
          <SendButton
            label={box.sent ? texts.sent : texts.send}
            sent={box.sent}
            busy={box.busy}
            onClick={box.send}
          />
          <Notice outcome={box.outcome} retryLabel={texts.tryAgain} onRetry={box.retry} heir={field} />
        </div>
      </div>
    </WidgetRoot>
  );
}
