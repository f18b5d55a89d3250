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
} from "./adapter/adapter.ts";
export { type HttpAdapterOptions, httpAdapter } from "./adapter/http-adapter.ts";
export { defaultCategories, FeedbackBar, type FeedbackBarProps } from "./bar/feedback-bar.tsx";
export { CorrectionEditor, type CorrectionEditorProps } from "./editor/correction-editor.tsx";
export { StarRating, type StarRatingProps } from "./stars/star-rating.tsx";
export type { StoredRating, WidgetProps } from "./submission/widget-props.ts";
export { englishTexts, type Texts } from "./texts/texts.ts";
