/** The package's main door: the widgets. */
export {
  type FeedbackAdapter,
  type FeedbackBody,
  FeedbackRefused,
  type Kept,
  type RatingContent,
  type RatingType,
  type Receipt,
  type Refusal,
  type SubmitHooks,
} from "./adapter.ts";
export { CorrectionEditor, type CorrectionEditorProps } from "./correction-editor.tsx";
export { type HttpAdapterOptions, httpAdapter } from "./http-adapter.ts";
export { StarRating, type StarRatingProps } from "./star-rating.tsx";
export { englishTexts, type Texts } from "./texts.ts";
export { defaultCategories, ThumbsFeedback, type ThumbsFeedbackProps } from "./thumbs-feedback.tsx";
export type { StoredRating, WidgetProps } from "./widget-props.ts";
