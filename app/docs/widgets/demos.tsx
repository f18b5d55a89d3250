"use client";
import {
  CategoryPicker,
  CommentBox,
  CorrectionEditor,
  defaultPositiveCategories,
  FeedbackBar,
  ImpactNotice,
  InlineAnnotations,
  StarRating,
} from "#whetstone/react";
import { DemoFrame } from "./demo-frame.tsx";
import { answerText, draft, improvements } from "./demo-texts.ts";

/** The bar at work. */
export const FeedbackBarDemo = () => (
  <DemoFrame name="FeedbackBar">
    {(props) => <FeedbackBar {...props} positiveCategories={defaultPositiveCategories} />}
  </DemoFrame>
);

/** The stars at work. */
export const StarRatingDemo = () => (
  <DemoFrame name="StarRating">{(props) => <StarRating {...props} />}</DemoFrame>
);

/** The picker at work. */
export const CategoryPickerDemo = () => (
  <DemoFrame name="CategoryPicker">{(props) => <CategoryPicker {...props} />}</DemoFrame>
);

/** The comment box at work. */
export const CommentBoxDemo = () => (
  <DemoFrame name="CommentBox">{(props) => <CommentBox {...props} />}</DemoFrame>
);

/** The editor at work. */
export const CorrectionEditorDemo = () => (
  <DemoFrame name="CorrectionEditor">{(props) => <CorrectionEditor {...props} draft={draft} />}</DemoFrame>
);

/** An answer to highlight passages of. */
export const InlineAnnotationsDemo = () => (
  <DemoFrame name="InlineAnnotations">
    {(props) => (
      <InlineAnnotations {...props}>
        <div className="space-y-3 text-base leading-relaxed">
          {answerText.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </InlineAnnotations>
    )}
  </DemoFrame>
);

/** The notice, told by its host what there is to tell. */
export const ImpactNoticeDemo = () => (
  <DemoFrame name="ImpactNotice" sends={false}>
    {(props) => <ImpactNotice {...props} improvements={improvements} />}
  </DemoFrame>
);
