import { findPrivateKeys } from "./find-private-keys.ts";
import { handedOver, keyForm, namedSecret, webhookForm } from "./key-forms.ts";
import type { Span } from "./span.ts";

/** API keys and tokens of the well-known forms, private keys, and what is handed over or named as a secret. */
export function findApiKeys(text: string): Span[] {
  const spans = findPrivateKeys(text);
  for (const pattern of [webhookForm, keyForm, handedOver, namedSecret]) {
    for (const { 0: match, index } of text.matchAll(pattern)) {
      if (looksRandom(match)) spans.push({ start: index, end: index + match.length });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Words with hyphens have the same form: "sk-learn-and-other-libraries". A key mixes letters with digits. */
const looksRandom = (match: string): boolean =>
  /\d/.test(match) &&
  /[a-zA-Z]/.test(match) &&
  !/^(?:sk|pk)_[a-z0-9_]+$/.test(match.replace(/_(?:live|test)_/, "A"));
