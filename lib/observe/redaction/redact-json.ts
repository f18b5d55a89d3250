/** Field names that say what their value is: it is read as "phone: 4155552671". */
const telling: readonly { field: RegExp; as: string }[] = [
  { field: /phone|mobile|tel(?:$|_)|fax|whatsapp|msisdn|cell_?(?:no|number|$)/i, as: "phone: " },
  { field: /ssn|social_?security/i, as: "SSN: " },
  {
    field: /(?:credit|debit|bank|payment)_?card|card_?(?:no|num|pan)|^(?:cc|pan)(?:_?number)?$/i,
    as: "card: ",
  },
  { field: /pass(?:word|wd|phrase)|^pwd$/i, as: "password: " },
  {
    field:
      /api_?key|secret|(?:^|access|auth|refresh|bearer|bot|id|session)_?token$|authorization|credential/i,
    as: "token: ",
  },
];

/**
 * Redacts all strings in a JSON value at any depth; field names and numbers stay. Returns the same value if
 * there is nothing to redact.
 */
export function redactJson<T>(value: T, redact: (text: string) => string): T {
  return walk(value, "", redact) as T;
}

function walk(value: unknown, field: string, redact: (text: string) => string): unknown {
  if (typeof value === "string") return redactField(value, field, redact);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    let changed: unknown[] | undefined;
    value.forEach((item: unknown, index) => {
      const next = walk(item, field, redact);
      if (next === item) return;
      changed ??= [...value];
      changed[index] = next;
    });
    return changed ?? value;
  }
  let changed: Record<string, unknown> | undefined;
  for (const [name, item] of Object.entries(value)) {
    const next = walk(item, name, redact);
    if (next === item) continue;
    changed ??= { ...value };
    // Treats a field named "__proto__" like any other.
    Object.defineProperty(changed, name, {
      value: next,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return changed ?? value;
}

function redactField(text: string, field: string, redact: (text: string) => string): string {
  const redacted = redact(text);
  if (redacted !== text) return redacted;
  const named = telling.find((name) => name.field.test(field));
  if (!named) return redacted;
  const told = redact(named.as + text);
  return told.startsWith(named.as) ? told.slice(named.as.length) : redacted;
}
