"use client";
import { type RefObject, useEffect, useId, useRef, useState } from "react";
import { ChevronIcon, ThumbIcon } from "../styles/icons.tsx";
import { looks } from "../widget/looks.ts";
import { Notice } from "../widget/notice.tsx";
import { PassingButton } from "../widget/passing-button.tsx";
import { widgetKey } from "../widget/widget-key.ts";
import { WidgetRoot } from "../widget/widget-root.tsx";
import type { BarDetails } from "./bar-details.tsx";
import type { Thumb } from "./bar-state.ts";
import { type BarTexts, barTexts } from "./bar-texts.ts";
import { type Feedback, type FeedbackOptions, useFeedback } from "./use-feedback.ts";

/** Props of {@link FeedbackBar}. */
export interface FeedbackBarProps extends FeedbackOptions {}

/**
 * Thumbs up and down, sent when pressed. A thumbs down opens reasons and a comment for the same rating, as
 * does a thumbs up if `positiveCategories` is set.
 */
export function FeedbackBar(props: FeedbackBarProps) {
  return <BarOfOneInteraction key={widgetKey(props)} {...props} />;
}

let Details: typeof BarDetails | undefined;

/** Loads what a thumb opens. It comes after the bar has rendered, since it is only needed after a press. */
export async function loadBarDetails(): Promise<void> {
  Details = (await import("./bar-details.tsx")).BarDetails;
}

function BarOfOneInteraction(props: FeedbackBarProps) {
  const texts = barTexts(props.texts);
  const detailsId = useId();
  // The last pressed thumb gets the focus of what disappears.
  const heir = useRef<HTMLButtonElement>(null);
  const feedback = useFeedback(props);
  const { open } = feedback;
  const [, redraw] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it could not be fetched, the next press tries again
  useEffect(() => {
    if (Details) return;
    loadBarDetails().then(
      () => redraw(true),
      () => {},
    );
  }, [open]);
  return (
    <WidgetRoot part="bar" texts={texts} className={props.className} waiting={props.waiting}>
      <div {...looks("row")}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out inline in every browser */}
        <div role="group" aria-label={texts.thumbsGroup} {...looks("thumbs")}>
          <ThumbButton thumb={1} feedback={feedback} label={texts.thumbsUp} heir={heir} />
          <ThumbButton thumb={0} feedback={feedback} label={texts.thumbsDown} heir={heir} />
        </div>
        <BarButtons feedback={feedback} texts={texts} detailsId={detailsId} heir={heir} />
        <Notice outcome={feedback.outcome} retryLabel={texts.tryAgain} onRetry={feedback.retry} heir={heir} />
      </div>
      {open !== null && Details && (
        <Details key={open} id={detailsId} feedback={feedback} texts={texts} own={props.texts} heir={heir} />
      )}
    </WidgetRoot>
  );
}

interface ThumbButtonProps {
  thumb: Thumb;
  label: string;
  feedback: Feedback;
  heir: RefObject<HTMLButtonElement | null>;
}

function ThumbButton({ thumb, label, feedback, heir }: ThumbButtonProps) {
  const pressed = feedback.pressed === thumb;
  return (
    <button
      ref={thumb === 0 ? heir : undefined}
      type="button"
      {...looks("thumb", `thumb-${thumb === 1 ? "up" : "down"}${pressed ? " thumb-pressed" : ""}`)}
      aria-pressed={pressed}
      aria-label={label}
      aria-busy={feedback.busy}
      title={label}
      onClick={(event) => {
        heir.current = event.currentTarget;
        feedback.press(thumb);
      }}
    >
      <ThumbIcon down={thumb === 0} filled={pressed} />
    </button>
  );
}

interface BarButtonsProps {
  feedback: Feedback;
  texts: BarTexts;
  detailsId: string;
  heir: RefObject<HTMLElement | null>;
}

/** Shown with a rating: a button for more details, and one to undo. */
function BarButtons({ feedback, texts, detailsId, heir }: BarButtonsProps) {
  const { open } = feedback;
  return (
    <>
      {feedback.canTellMore && (
        <PassingButton
          part="more"
          heir={heir}
          aria-expanded={open !== null}
          aria-controls={open === null ? undefined : detailsId}
          onClick={feedback.toggleDetails}
        >
          {texts.details}
          <ChevronIcon />
        </PassingButton>
      )}
      {feedback.canUndo && (
        <PassingButton part="undo" heir={heir} data-quiet onClick={feedback.undo}>
          {texts.undo}
        </PassingButton>
      )}
    </>
  );
}
