export { type PromptContent, type PromptMessage, textsOf } from "./content.ts";
export { labelSchema, PRODUCTION, reasonSchema } from "./fields.ts";
export {
  movesBetween,
  newestMoves,
  type PromptMove,
  readVersionNotes,
  type VersionNote,
} from "./history-store.ts";
export { labelField, labelMoveSchema } from "./label-move.ts";
export {
  type LabelMove,
  moveLabel,
  moveLabelWithin,
  type PromptLabel,
  protectLabel,
  readLabels,
} from "./label-store.ts";
export { promptMoveJson, promptMovesField, promptMovesQuerySchema, promptMovesSchema } from "./moves.ts";
export { portablePromptsSchema } from "./portable.ts";
export { exportPrompts, importPrompts } from "./portable-store.ts";
export { listPrompts, type ReadPrompt, readOverview, readPrompt, readVersions } from "./read-store.ts";
export { recoverTemplate } from "./recover-template.ts";
export { renderPrompt } from "./render.ts";
export {
  importResultSchema,
  listedPromptJson,
  listedPromptSchema,
  promptArchiveSchema,
  promptHistoryJson,
  promptHistorySchema,
  promptLabelJson,
  promptLabelSchema,
  promptLabelsJson,
  promptLabelsSchema,
  promptVersionJson,
  promptVersionSchema,
} from "./reply.ts";
export {
  archivePromptSchema,
  moveLabelSchema,
  newPromptSchema,
  newVersionSchema,
  projectPromptLabelParamsSchema,
  projectPromptParamsSchema,
  projectPromptVersionParamsSchema,
  promptLabelParamsSchema,
  promptParamsSchema,
  promptVersionParamsSchema,
  protectLabelSchema,
  servedQuerySchema,
  toDraft,
  versionsQuerySchema,
} from "./schema.ts";
export { forgetPrompts, servedPrompt } from "./served-cache.ts";
export { type ServedExperiment, servedPromptJson, servedPromptSchema } from "./served-reply.ts";
export { addVersion, archivePrompt, createPrompt, type NewVersion, type PromptVersion } from "./store.ts";
export { type LineVersion, versionLine } from "./version-line.ts";
export { versionCursor } from "./version-page.ts";
export { keyAuthor, type PromptAuthor } from "./write-prompts-store.ts";
