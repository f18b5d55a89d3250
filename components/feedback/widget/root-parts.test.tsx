// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { FeedbackBar } from "../bar/feedback-bar.tsx";
import { CategoryPicker } from "../categories/category-picker.tsx";
import { CommentBox } from "../comment/comment-box.tsx";
import { CorrectionEditor } from "../editor/correction-editor.tsx";
import { ImpactNotice } from "../impact/impact-notice.tsx";
import { StarRating } from "../stars/star-rating.tsx";
import { controlledAdapter } from "../testing/controlled-adapter.ts";

afterEach(cleanup);

const common = { interactionId: "i1", adapter: controlledAdapter().adapter };
const improvement = { improvement_id: "m1", title: "Shorter", shipped_at: "2026-01-05T10:00:00.000Z" };

it.each([
  ["FeedbackBar", <FeedbackBar key="bar" {...common} />],
  ["StarRating", <StarRating key="stars" {...common} />],
  ["CategoryPicker", <CategoryPicker key="picker" {...common} />],
  ["CommentBox", <CommentBox key="comment" {...common} />],
  ["CorrectionEditor", <CorrectionEditor key="editor" {...common} draft="Draft" />],
  ["ImpactNotice", <ImpactNotice key="impact" {...common} improvements={[improvement]} />],
])("the outermost part of %s has a unique name, so that a border around it is drawn once", (_, widget) => {
  const { container } = render(widget);
  const root = container.querySelector("[part~=widget]");
  for (const name of root?.getAttribute("part")?.split(" ") ?? [""])
    expect([...container.querySelectorAll(`[part~="${name}"]`)], name).toEqual([root]);
});
