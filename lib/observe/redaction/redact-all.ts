import type { RedactionSettings } from "#lib/domain/redaction.ts";
import { redactorFor } from "./redactor.ts";

/** What is to be redacted, and how. */
export interface ToRedact {
  settings: RedactionSettings;
  texts: readonly string[];
  values: readonly unknown[];
}

/** The same, redacted, in the same order. */
export interface Redacted {
  texts: string[];
  values: unknown[];
}

/** Redacts much at once, for a thread. */
export function redactAll({ settings, texts, values }: ToRedact): Redacted {
  const redact = redactorFor(settings);
  return { texts: texts.map(redact.text), values: values.map(redact.json) };
}
