export { readRows } from "./answers-store.ts";
export type {
  BenchAnswerState,
  BenchInputs,
  BenchProgress,
  BenchReading,
  BenchRow,
  BenchRun,
} from "./bench-run.ts";
export { readInputs, readPrices } from "./inputs-store.ts";
export { recaller } from "./recall-answers.ts";
export {
  benchRunDetailJson,
  benchRunDetailSchema,
  benchRunJson,
  benchRunListSchema,
  benchRunSchema,
  ROW_CHARACTERS,
} from "./reply.ts";
export { insertRun, listRuns, readRun, runningRuns, stopRun } from "./runs-store.ts";
export {
  INPUTS_MAX,
  type NewRunBody,
  newRunSchema,
  rowsQuerySchema,
  runParamsSchema,
} from "./schema.ts";
export { costOf } from "./token-prices.ts";
export { workLimits, workOnRun } from "./work-on-run.ts";
