import { findPrivateKeys } from "./find-private-keys.ts";
import { jsonWebTokenSpans, keySpans } from "./key-forms.ts";
import { namedSecretSpans } from "./named-secrets.ts";
import { secretAddressSpans } from "./secret-addresses.ts";
import type { Span } from "./span.ts";

/** API keys and tokens of the published families, private keys, and what is handed over or named as a secret. */
export function findApiKeys(text: string): Span[] {
  const spans = [
    ...findPrivateKeys(text),
    ...keySpans(text),
    ...jsonWebTokenSpans(text),
    ...namedSecretSpans(text),
    ...secretAddressSpans(text),
  ];
  return union(spans);
}

/** A key with a form may be named as well, and an address may have both: what overlaps is one find. */
function union(spans: Span[]): Span[] {
  const united: Span[] = [];
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
}
