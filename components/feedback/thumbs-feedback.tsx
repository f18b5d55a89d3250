"use client";
import { type Ref, useId, useRef } from "react";
import { ChevronIcon, ThumbDownIcon, ThumbUpIcon } from "./icons.tsx";
import { Notice } from "./notice.tsx";
import { outcomeOf } from "./outcome-words.ts";
import { PassingButton } from "./passing-button.tsx";
import { isBusy } from "./submission-state.ts";
import { type Texts, textsWith } from "./texts.ts";
import { ThumbsDetails } from "./thumbs-details.tsx";
import type { Thumb } from "./thumbs-state.ts";
import { type Thumbs, useThumbs } from "./use-thumbs.ts";
import type { StoredRating, WidgetProps } from "./widget-props.ts";

/** The reasons offered with a thumbs-down unless the host names its own. */
export const defaultCategories: readonly string[] = [
  "inaccurate",
  "incomplete",
  "too_long",
  "off_topic",
  "wrong_tone",
  "other",
];

/** What {@link ThumbsFeedback} takes. */
export interface ThumbsFeedbackProps extends WidgetProps {
  /** Category values (snake_case) offered with a thumbs-down; their labels come from `texts.categories`. */
  categories?: readonly string[] | undefined;
  /** The thumb that the server has from before. */
  initial?: StoredRating | undefined;
}

/** Two thumbs, sent as they are pressed; thumbs-down unfolds reasons and a comment that join the same rating. */
export function ThumbsFeedback(props: ThumbsFeedbackProps) {
  return <ThumbsOfOneInteraction key={props.interactionId} {...props} />;
}

function ThumbsOfOneInteraction(props: ThumbsFeedbackProps) {
  const texts = textsWith(props.texts);
  const detailsId = useId();
  const down = useRef<HTMLButtonElement>(null);
  const thumbs = useThumbs(props);
  const { draft, dispatch, submission, pressed } = thumbs;
  return (
    <div className={["whetstone-widget", props.className].filter(Boolean).join(" ")}>
      <div className="whetstone-row">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out inline in every browser */}
        <div role="group" aria-label={texts.thumbsGroup} className="whetstone-thumbs">
          <ThumbButton thumb={1} thumbs={thumbs} texts={texts} />
          <ThumbButton thumb={0} thumbs={thumbs} texts={texts} buttonRef={down} />
        </div>
        {(pressed === 0 || draft.open) && (
          <PassingButton
            heir={down}
            aria-expanded={draft.open}
            aria-controls={draft.open ? detailsId : undefined}
            onClick={() => dispatch({ type: "details_toggled" })}
          >
            {texts.details}
            <ChevronIcon />
          </PassingButton>
        )}
        <Notice
          outcome={outcomeOf(submission, "binary", texts)}
          hint={hintWords(draft.hint, texts)}
          retryLabel={texts.tryAgain}
          onRetry={thumbs.retry}
          heir={down}
        />
      </div>
      {draft.open && (
        <ThumbsDetails
          id={detailsId}
          draft={draft}
          categories={props.categories ?? defaultCategories}
          texts={texts}
          busy={isBusy(submission)}
          heir={down}
          dispatch={dispatch}
          onSend={thumbs.sendDetails}
        />
      )}
    </div>
  );
}

interface ThumbButtonProps {
  thumb: Thumb;
  thumbs: Thumbs;
  texts: Texts;
  buttonRef?: Ref<HTMLButtonElement>;
}

function ThumbButton({ thumb, thumbs, texts, buttonRef }: ThumbButtonProps) {
  const pressed = thumbs.pressed === thumb;
  const Icon = thumb === 1 ? ThumbUpIcon : ThumbDownIcon;
  const label = thumb === 1 ? texts.thumbsUp : texts.thumbsDown;
  return (
    <button
      ref={buttonRef}
      type="button"
      className="whetstone-thumb"
      aria-pressed={pressed}
      aria-label={label}
      aria-busy={isBusy(thumbs.submission)}
      title={label}
      onClick={() => thumbs.press(thumb)}
    >
      <Icon filled={pressed} />
    </button>
  );
}

function hintWords(hint: Thumbs["draft"]["hint"], texts: Texts): string | undefined {
  if (hint === "nothing_to_send") return texts.nothingToSend;
  return hint === "cannot_take_back" ? texts.cannotTakeBack : undefined;
}
