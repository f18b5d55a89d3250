export {
  type HistoryFormat,
  type ImportRequest,
  type ImportSummary,
  importHistory,
  isHistoryFormat,
} from "./import-history.ts";
export { formatProgress, type Progress } from "./progress.ts";
export type { KnownInteractions, Refusal } from "./store-lines.ts";
export { formatTally, type Tally } from "./tally.ts";
