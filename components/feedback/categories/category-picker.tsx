"use client";
import { useRef } from "react";
import { englishDetails } from "../texts/english/details.ts";
import { textsWith } from "../texts/texts.ts";
import { CategoryChips } from "../widget/category-chips.tsx";
import { looks } from "../widget/looks.ts";
import { Notice } from "../widget/notice.tsx";
import { commentTexts } from "../widget/use-comment-rating.ts";
import { widgetKey } from "../widget/widget-key.ts";
import { WidgetRoot } from "../widget/widget-root.tsx";
import { type CategoriesOptions, useCategories } from "./use-categories.ts";

/** Props of {@link CategoryPicker}. */
export interface CategoryPickerProps extends CategoriesOptions {}

/**
 * Category checkboxes. The selection is shown immediately and sent as a rating of type `comment`, which a
 * `CommentBox` for the same answer shares. Clearing all removes it.
 */
export function CategoryPicker(props: CategoryPickerProps) {
  return <PickerOfOneInteraction key={widgetKey(props)} {...props} />;
}

function PickerOfOneInteraction(props: CategoryPickerProps) {
  const texts = { ...commentTexts(props.texts), ...textsWith(englishDetails, props.texts) };
  const picker = useCategories(props);
  const first = useRef<HTMLInputElement>(null);
  return (
    <WidgetRoot part="category-picker" texts={texts} className={props.className} waiting={props.waiting}>
      <div {...looks("picker")}>
        <CategoryChips
          legend={texts.categoriesLegend}
          values={picker.categories}
          ticked={picker.ticked}
          texts={texts}
          firstRef={first}
          onToggle={picker.toggle}
        />
        <Notice outcome={picker.outcome} retryLabel={texts.tryAgain} onRetry={picker.retry} heir={first} />
      </div>
    </WidgetRoot>
  );
}
