export {
  type HistoryFormat,
  type ImportRequest,
  type ImportSummary,
  importHistory,
  isHistoryFormat,
} from "./import-history.ts";
export { type Progress, progressWords } from "./progress.ts";
export type { KnownInteractions, Refusal } from "./store-lines.ts";
export { type Tally, tallyWords } from "./tally.ts";
