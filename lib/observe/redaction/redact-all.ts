import type { RedactionSettings } from "#lib/domain/redaction.ts";
import { redactorFor } from "./redactor.ts";

/** What to redact, and with which settings. */
export interface ToRedact {
  settings: RedactionSettings;
  texts: readonly string[];
  values: readonly unknown[];
}

/** The redacted texts and values, in the same order. */
export interface Redacted {
  texts: string[];
  values: unknown[];
}

/** Redacts many texts and values; runs in a worker thread. */
export function redactAll({ settings, texts, values }: ToRedact): Redacted {
  const redact = redactorFor(settings);
  return { texts: texts.map(redact.text), values: values.map(redact.json) };
}
