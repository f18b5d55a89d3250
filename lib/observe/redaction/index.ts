export { type RedactionPreview, redactionPreviewSchema } from "./preview.ts";
export { previewRedaction } from "./preview-redaction.ts";
export { redactAhead } from "./redact-ahead.ts";
export { type Redactor, redactorFor } from "./redactor.ts";
export {
  type RedactionSettingsJson,
  redactionPreviewBodySchema,
  redactionSettings,
  redactionSettingsJson,
  redactionSettingsSchema,
} from "./schema.ts";
export { readRedaction, saveRedaction } from "./store.ts";
