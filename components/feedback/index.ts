/** The package's main door: the widgets. */
export type {
  AnnotationReceipt,
  FeedbackAdapter,
  Improvement,
  Kept,
  Receipt,
  SubmitHooks,
} from "./adapter/adapter.ts";
export type {
  AnnotationFields,
  FeedbackBody,
  RatingContent,
  RatingType,
  SignalFields,
  SignalName,
} from "./adapter/bodies.ts";
export { httpAdapter } from "./adapter/http-adapter.ts";
export type { HttpAdapterOptions } from "./adapter/http-options.ts";
export { FeedbackRefused, type Refusal } from "./adapter/refusal.ts";
export {
  defaultAnnotationCategories,
  InlineAnnotations,
  type InlineAnnotationsProps,
} from "./annotations/inline-annotations.tsx";
export type { StoredAnnotation } from "./annotations/passage.ts";
export { type AnnotationOptions, type Annotations, useAnnotations } from "./annotations/use-annotations.ts";
export type { Thumb } from "./bar/bar-state.ts";
export { FeedbackBar, type FeedbackBarProps } from "./bar/feedback-bar.tsx";
export { type Feedback, type FeedbackOptions, useFeedback } from "./bar/use-feedback.ts";
export { CategoryPicker, type CategoryPickerProps } from "./categories/category-picker.tsx";
export { type Categories, type CategoriesOptions, useCategories } from "./categories/use-categories.ts";
export { CommentBox, type CommentBoxProps } from "./comment/comment-box.tsx";
export { type CommentDraft, type CommentOptions, useComment } from "./comment/use-comment.ts";
export { CorrectionEditor, type CorrectionEditorProps } from "./editor/correction-editor.tsx";
export type { EditCounts } from "./editor/edit-measure.ts";
export { type Correction, type CorrectionOptions, useCorrection } from "./editor/use-correction.ts";
export { type EditCapture, type EditCaptureOptions, useEditCapture } from "./editor/use-edit-capture.ts";
export type { WordDifference } from "./editor/use-word-difference.ts";
export type { DifferencePart } from "./editor/word-difference.ts";
export { ImpactNotice, type ImpactNoticeProps } from "./impact/impact-notice.tsx";
export { type Impact, type ImpactOptions, useImpact } from "./impact/use-impact.ts";
export {
  type FeedbackSignals,
  type FeedbackSignalsOptions,
  useFeedbackSignals,
} from "./signals/use-feedback-signals.ts";
export { StarRating, type StarRatingProps } from "./stars/star-rating.tsx";
export { type Stars, type StarsOptions, useStars } from "./stars/use-stars.ts";
export type { Details } from "./submission/details.ts";
export type { Outcome } from "./submission/outcome-words.ts";
export type { StoredDetails, StoredRating } from "./submission/stored-rating.ts";
export { arabicTexts } from "./texts/arabic.ts";
export { chineseTexts } from "./texts/chinese.ts";
export { englishTexts } from "./texts/english/english-texts.ts";
export { frenchTexts } from "./texts/french.ts";
export { germanTexts } from "./texts/german.ts";
export { japaneseTexts } from "./texts/japanese.ts";
export { portugueseTexts } from "./texts/portuguese.ts";
export { spanishTexts } from "./texts/spanish.ts";
export type { Texts } from "./texts/texts.ts";
export { defaultCategories, defaultPositiveCategories } from "./widget/offered-categories.ts";
export type { WidgetProps } from "./widget/widget-props.ts";
