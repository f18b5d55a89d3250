import { Code, Text } from "#components/docs/section.tsx";
import {
  CategoryPickerDemo,
  CommentBoxDemo,
  CorrectionEditorDemo,
  FeedbackBarDemo,
  ImpactNoticeDemo,
  InlineAnnotationsDemo,
  StarRatingDemo,
} from "./demos.tsx";
import { WidgetSection } from "./widget-section.tsx";

/** Every widget, live. */
export function Family() {
  return (
    <>
      <WidgetSection id="feedback-bar" name="FeedbackBar" hook="useFeedback">
        <FeedbackBarDemo />
      </WidgetSection>
      <WidgetSection id="star-rating" name="StarRating" hook="useStars">
        <StarRatingDemo />
      </WidgetSection>
      <WidgetSection id="category-picker" name="CategoryPicker" hook="useCategories">
        <CategoryPickerDemo />
      </WidgetSection>
      <WidgetSection id="comment-box" name="CommentBox" hook="useComment">
        <CommentBoxDemo />
      </WidgetSection>
      <WidgetSection id="correction-editor" name="CorrectionEditor" hook="useCorrection">
        <CorrectionEditorDemo />
      </WidgetSection>
      <WidgetSection id="inline-annotations" name="InlineAnnotations" hook="useAnnotations">
        <InlineAnnotationsDemo />
      </WidgetSection>
      <WidgetSection id="impact-notice" name="ImpactNotice" hook="useImpact">
        <Text>
          It asks the adapter, or is told by <Code>improvements</Code> as here. Close it: it stays closed on
          the next visit.
        </Text>
        <ImpactNoticeDemo />
      </WidgetSection>
    </>
  );
}
