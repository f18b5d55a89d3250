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

/**
 * Words with marks between have the same form: "sk-learn-and-2-others", "pk_orders_by_region_and_month_7". A key mixes
 * letters with digits; behind the short beginnings, which are words too, it has both cases or many digits.
 */
function looksRandom(match: string): boolean {
  if (/^AKIA|^ASIA/.test(match)) return true;
  if (!/\d/.test(match) || !/[a-zA-Z]/.test(match)) return false;
  if (!/^(?:sk-|[ps]k_(?!live_|test_))/.test(match)) return true;
  return (/[a-z]/.test(match) && /[A-Z]/.test(match)) || match.replaceAll(/\D/g, "").length >= 6;
}
