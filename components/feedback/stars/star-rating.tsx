"use client";
import { type RefObject, useId, useRef } from "react";
import { StarIcon } from "../styles/icons.tsx";
import { looks } from "../widget/looks.ts";
import { Notice } from "../widget/notice.tsx";
import { PassingButton } from "../widget/passing-button.tsx";
import { widgetKey } from "../widget/widget-key.ts";
import { WidgetRoot } from "../widget/widget-root.tsx";
import { starValues } from "./stars-state.ts";
import { type StarsTexts, starsTexts } from "./stars-texts.ts";
import { type Stars, type StarsOptions, useStars } from "./use-stars.ts";

/** Props of {@link StarRating}. */
export interface StarRatingProps extends StarsOptions {}

/**
 * Five stars as native radio buttons. A click, Enter or Space sends. Arrow keys only move; the selection is
 * sent when focus leaves.
 */
export function StarRating(props: StarRatingProps) {
  return <StarsOfOneInteraction key={widgetKey(props)} {...props} />;
}

function StarsOfOneInteraction(props: StarRatingProps) {
  const texts = starsTexts(props.texts);
  const stars = useStars(props);
  const firstRadio = useRef<HTMLInputElement>(null);
  return (
    <WidgetRoot part="star-rating" texts={texts} className={props.className} waiting={props.waiting}>
      <div {...looks("row")}>
        <RadioStars stars={stars} texts={texts} firstRadio={firstRadio} />
        {stars.canClear && (
          <PassingButton part="clear" heir={firstRadio} data-quiet onClick={stars.clear}>
            {texts.clearStars}
          </PassingButton>
        )}
        <Notice outcome={stars.outcome} retryLabel={texts.tryAgain} onRetry={stars.retry} heir={firstRadio} />
      </div>
    </WidgetRoot>
  );
}

interface RadioStarsProps {
  stars: Stars;
  texts: Pick<StarsTexts, "starsGroup" | "starNames">;
  /** The radio that Tab focuses: the checked one, or the first. */
  firstRadio: RefObject<HTMLInputElement | null>;
}

function RadioStars({ stars, texts, firstRadio }: RadioStarsProps) {
  const name = useId();
  const { checked } = stars;
  return (
    <div
      role="radiogroup"
      aria-label={texts.starsGroup}
      aria-busy={stars.busy}
      {...looks("stars")}
      onKeyDown={stars.onKeyDown}
      onKeyUp={stars.onKeyUp}
      onPointerDown={stars.onPointerDown}
      onBlur={stars.onBlur}
    >
      {starValues.map((value) => (
        <label
          key={value}
          {...looks("star", checked !== null && value <= checked ? "star-filled" : "")}
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
