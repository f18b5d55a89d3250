"use client";
import type { RefObject } from "react";
import { englishDetails } from "../texts/english/details.ts";
import { type Texts, textsWith } from "../texts/texts.ts";
import { CategoryChips } from "../widget/category-chips.tsx";
import { CommentField } from "../widget/comment-field.tsx";
import { looks } from "../widget/looks.ts";
import { SendButton } from "../widget/send-button.tsx";
import { useClosing } from "../widget/use-closing.ts";
import { useFloating } from "../widget/use-floating.ts";
import { useFocusHandover } from "../widget/use-focus-handover.ts";
import type { BarTexts } from "./bar-texts.ts";
import type { Feedback } from "./use-feedback.ts";

interface BarDetailsProps {
  id: string;
  feedback: Feedback;
  texts: BarTexts;
  /** The host's texts. */
  own: Partial<Texts> | undefined;
  /** Gets the focus if the details close while focused. */
  heir: RefObject<HTMLElement | null>;
}

/** What a thumb opens: categories, a comment, and "Send". It floats, so that nothing on the page moves. */
export function BarDetails({ id, feedback, texts, own, heir }: BarDetailsProps) {
  const { categories, details, open, sent } = feedback;
  const words = textsWith(englishDetails, own);
  const root = useFocusHandover<HTMLDivElement>(heir);
  useFloating(root);
  useClosing(root, feedback.toggleDetails);
  return (
    <div ref={root} id={id} {...looks("details")} data-floating="below">
      <CategoryChips
        legend={open === 1 ? texts.positiveLegend : words.categoriesLegend}
        values={categories}
        ticked={details.categories}
        texts={words}
        onToggle={feedback.toggleCategory}
      />
      <CommentField
        label={words.commentLabel}
        placeholder={open === 1 ? texts.positivePlaceholder : words.commentPlaceholder}
        value={details.comment}
        onType={feedback.typeComment}
        onSend={feedback.sendDetails}
      />
      <SendButton
        label={sent ? texts.sent : texts.send}
        sent={sent}
        busy={feedback.busy}
        onClick={feedback.sendDetails}
      />
    </div>
  );
}
