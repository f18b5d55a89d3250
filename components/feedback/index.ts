/** The package's main door: the widgets. */
export type { FeedbackAdapter, Improvement, Kept, Receipt, SubmitHooks } from "./adapter/adapter.ts";
export type { FeedbackBody, RatingContent, RatingType, SignalFields, SignalName } from "./adapter/bodies.ts";
export { httpAdapter } from "./adapter/http-adapter.ts";
export type { HttpAdapterOptions } from "./adapter/http-options.ts";
export { FeedbackRefused, type Refusal } from "./adapter/refusal.ts";
export { defaultCategories, FeedbackBar, type FeedbackBarProps } from "./bar/feedback-bar.tsx";
export { CorrectionEditor, type CorrectionEditorProps } from "./editor/correction-editor.tsx";
export { ImpactNotice, type ImpactNoticeProps } from "./impact/impact-notice.tsx";
export { type Impact, type ImpactOptions, useImpact } from "./impact/use-impact.ts";
export {
  type FeedbackSignals,
  type FeedbackSignalsOptions,
  useFeedbackSignals,
} from "./signals/use-feedback-signals.ts";
export { StarRating, type StarRatingProps } from "./stars/star-rating.tsx";
export { englishTexts } from "./texts/english/english-texts.ts";
export type { Texts } from "./texts/texts.ts";
export type { StoredRating, WidgetProps } from "./widget/widget-props.ts";
