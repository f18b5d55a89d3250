/** The package's only door. */
export {
  type FeedbackAdapter,
  type FeedbackBody,
  FeedbackRefused,
  type RatingContent,
  type RatingType,
  type Receipt,
  type Refusal,
} from "./adapter.ts";
export { CorrectionEditor, type CorrectionEditorProps } from "./correction-editor.tsx";
export { type HttpAdapterOptions, httpAdapter } from "./http-adapter.ts";
export { StarRating, type StarRatingProps } from "./star-rating.tsx";
export { englishTexts, type Texts } from "./texts.ts";
export { defaultCategories, ThumbsFeedback, type ThumbsFeedbackProps } from "./thumbs-feedback.tsx";
export type { StoredRating, WidgetProps } from "./widget-props.ts";
