"use client";
import { type RefObject, useId, useRef } from "react";
import { StarIcon } from "../styles/icons.tsx";
import { outcomeOf } from "../submission/outcome-words.ts";
import type { StoredRating } from "../submission/stored-rating.ts";
import { isBusy } from "../submission/submission-state.ts";
import { englishOutcomes } from "../texts/english/outcomes.ts";
import { englishStars } from "../texts/english/stars.ts";
import { type Texts, textsWith } from "../texts/texts.ts";
import { Notice } from "../widget/notice.tsx";
import { PassingButton } from "../widget/passing-button.tsx";
import type { WidgetProps } from "../widget/widget-props.ts";
import { WidgetRoot } from "../widget/widget-root.tsx";
import { starValues } from "./stars-state.ts";
import { type Stars, useStars } from "./use-stars.ts";

const starTexts = { ...englishOutcomes, ...englishStars };

/** What {@link StarRating} takes. */
export interface StarRatingProps extends WidgetProps {
  /** The stars that the server has from before. */
  initial?: StoredRating | undefined;
}

/**
 * Five stars as native radios. A click, Enter or Space sends; arrow keys only move, and what they moved to is
 * sent when the focus leaves.
 */
export function StarRating(props: StarRatingProps) {
  return <StarsOfOneInteraction key={props.interactionId} {...props} />;
}

function StarsOfOneInteraction(props: StarRatingProps) {
  const texts = textsWith(starTexts, props.texts);
  const stars = useStars(props);
  const firstRadio = useRef<HTMLInputElement>(null);
  const { checked, submission } = stars;
  return (
    <WidgetRoot part="stars" texts={texts} className={props.className} waiting={props.waiting}>
      <div className="whetstone-row">
        <RadioStars stars={stars} texts={texts} firstRadio={firstRadio} />
        {checked !== null && props.adapter.remove && (
          <PassingButton heir={firstRadio} data-quiet onClick={stars.clear}>
            {texts.clearStars}
          </PassingButton>
        )}
        <Notice
          outcome={outcomeOf(submission, texts)}
          retryLabel={texts.tryAgain}
          onRetry={stars.retry}
          heir={firstRadio}
        />
      </div>
    </WidgetRoot>
  );
}

interface RadioStarsProps {
  stars: Stars;
  texts: Pick<Texts, "starsGroup" | "starNames">;
  /** The radio that the Tab key reaches: the checked one, or the first. */
  firstRadio: RefObject<HTMLInputElement | null>;
}

function RadioStars({ stars, texts, firstRadio }: RadioStarsProps) {
  const name = useId();
  const { checked } = stars;
  return (
    <div
      role="radiogroup"
      aria-label={texts.starsGroup}
      aria-busy={isBusy(stars.submission)}
      className="whetstone-stars"
      onKeyDown={stars.onKeyDown}
      onKeyUp={stars.onKeyUp}
      onPointerDown={stars.onPointerDown}
      onBlur={stars.onBlur}
    >
      {starValues.map((value) => (
        <label
          key={value}
          className="whetstone-star"
          data-filled={(checked !== null && value <= checked) || undefined}
          title={texts.starNames[value - 1]}
        >
          <input
            ref={value === (checked ?? 1) ? firstRadio : undefined}
            type="radio"
            className="whetstone-hidden"
            name={name}
            value={value}
            checked={value === checked}
            aria-label={texts.starNames[value - 1]}
            onChange={() => stars.onSelect(value)}
            onClick={() => stars.onClick(value)}
          />
          <StarIcon />
        </label>
      ))}
    </div>
  );
}
