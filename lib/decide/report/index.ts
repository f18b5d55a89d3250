export {
  type AnswerVote,
  chooseExamples,
  type EditTexts,
  type ReportExample,
} from "./choose-examples.ts";
export { type CategoryTally, type ComparedCategory, compareCategories } from "./compare-categories.ts";
export type { Evidence } from "./evidence.ts";
export { type Recommendation, type RepeatedComment, recommend } from "./recommend.ts";
export { type Changes, type EditedSentence, studyChanges } from "./study-changes.ts";
export type { ToldMean, ToldShare } from "./told-share.ts";
