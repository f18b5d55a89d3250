export { formatFailure, type ModelFailure, type ModelNamedBy, toModelFailure } from "./failure.ts";
export { storable } from "./storable.ts";
export { type ModelAnswer, ModelFailed, type ModelQuestion, streamAnswer } from "./stream-answer.ts";
