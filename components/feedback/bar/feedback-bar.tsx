"use client";
import { type Ref, useId, useRef } from "react";
import { ChevronIcon, ThumbDownIcon, ThumbUpIcon } from "../styles/icons.tsx";
import { outcomeOf } from "../submission/outcome-words.ts";
import { isBusy } from "../submission/submission-state.ts";
import { englishBar } from "../texts/english/bar.ts";
import { englishDetails } from "../texts/english/details.ts";
import { englishOutcomes } from "../texts/english/outcomes.ts";
import { textsWith } from "../texts/texts.ts";
import { Notice } from "../widget/notice.tsx";
import { PassingButton } from "../widget/passing-button.tsx";
import type { StoredRating, WidgetProps } from "../widget/widget-props.ts";
import { WidgetRoot } from "../widget/widget-root.tsx";
import { BarDetails } from "./bar-details.tsx";
import type { Thumb } from "./bar-state.ts";
import { type Feedback, useFeedback } from "./use-feedback.ts";

/** The reasons offered with a thumbs-down unless the host names its own. */
export const defaultCategories: readonly string[] = [
  "inaccurate",
  "incomplete",
  "too_long",
  "off_topic",
  "wrong_tone",
  "other",
];

const barTexts = { ...englishOutcomes, ...englishDetails, ...englishBar };
type BarTexts = ReturnType<typeof textsWith<typeof barTexts>>;

/** What {@link FeedbackBar} takes. */
export interface FeedbackBarProps extends WidgetProps {
  /** Category values (snake_case) offered with a thumbs-down; their labels come from `texts.categories`. */
  categories?: readonly string[] | undefined;
  /** The thumb that the server has from before. */
  initial?: StoredRating | undefined;
}

/** Two thumbs, sent as they are pressed; thumbs-down unfolds reasons and a comment that join the same rating. */
export function FeedbackBar(props: FeedbackBarProps) {
  return <BarOfOneInteraction key={props.interactionId} {...props} />;
}

function BarOfOneInteraction(props: FeedbackBarProps) {
  const texts = textsWith(barTexts, props.texts);
  const detailsId = useId();
  const down = useRef<HTMLButtonElement>(null);
  const feedback = useFeedback(props);
  const { draft, dispatch, submission, pressed } = feedback;
  return (
    <WidgetRoot part="bar" texts={texts} className={props.className} waiting={props.waiting}>
      <div className="whetstone-row">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out inline in every browser */}
        <div role="group" aria-label={texts.thumbsGroup} className="whetstone-thumbs">
          <ThumbButton thumb={1} feedback={feedback} texts={texts} />
          <ThumbButton thumb={0} feedback={feedback} texts={texts} buttonRef={down} />
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
          outcome={outcomeOf(submission, texts)}
          hint={hintWords(draft.hint, texts)}
          retryLabel={texts.tryAgain}
          onRetry={feedback.retry}
          heir={down}
        />
      </div>
      {draft.open && (
        <BarDetails
          id={detailsId}
          draft={draft}
          categories={props.categories ?? defaultCategories}
          texts={texts}
          busy={isBusy(submission)}
          heir={down}
          dispatch={dispatch}
          onSend={feedback.sendDetails}
        />
      )}
    </WidgetRoot>
  );
}

interface ThumbButtonProps {
  thumb: Thumb;
  feedback: Feedback;
  texts: BarTexts;
  buttonRef?: Ref<HTMLButtonElement>;
}

function ThumbButton({ thumb, feedback, texts, buttonRef }: ThumbButtonProps) {
  const pressed = feedback.pressed === thumb;
  const Icon = thumb === 1 ? ThumbUpIcon : ThumbDownIcon;
  const label = thumb === 1 ? texts.thumbsUp : texts.thumbsDown;
  return (
    <button
      ref={buttonRef}
      type="button"
      className="whetstone-thumb"
      aria-pressed={pressed}
      aria-label={label}
      aria-busy={isBusy(feedback.submission)}
      title={label}
      onClick={() => feedback.press(thumb)}
    >
      <Icon filled={pressed} />
    </button>
  );
}

function hintWords(hint: Feedback["draft"]["hint"], texts: BarTexts): string | undefined {
  if (hint === "nothing_to_send") return texts.nothingToSend;
  return hint === "cannot_take_back" ? texts.cannotTakeBack : undefined;
}
