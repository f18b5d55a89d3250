"use client";
import type { RefObject } from "react";
import { CategoryChips } from "../widget/category-chips.tsx";
import { CommentField } from "../widget/comment-field.tsx";
import { looks } from "../widget/looks.ts";
import { SendButton } from "../widget/send-button.tsx";
import { useFocusHandover } from "../widget/use-focus-handover.ts";
import type { BarTexts } from "./bar-texts.ts";
import type { Feedback } from "./use-feedback.ts";

interface BarDetailsProps {
  id: string;
  feedback: Feedback;
  texts: BarTexts;
  /** Gets the focus when the details fold while they have it. */
  heir: RefObject<HTMLElement | null>;
}

/** What a thumb unfolds: categories to tick, a comment, and "Send". */
export function BarDetails({ id, feedback, texts, heir }: BarDetailsProps) {
  const { categories, details, open } = feedback;
  return (
    <div ref={useFocusHandover<HTMLDivElement>(heir)} id={id} {...looks("details")}>
      <CategoryChips
        legend={open === 1 ? texts.positiveLegend : texts.categoriesLegend}
        values={categories}
        ticked={details.categories}
        texts={texts}
        onToggle={feedback.toggleCategory}
      />
      <CommentField
        label={texts.commentLabel}
        placeholder={open === 1 ? texts.positivePlaceholder : texts.commentPlaceholder}
        value={details.comment}
        onType={feedback.typeComment}
        onSend={feedback.sendDetails}
      />
      <SendButton label={texts.send} busy={feedback.busy} onClick={feedback.sendDetails} />
    </div>
  );
}
