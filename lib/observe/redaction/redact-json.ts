/** Names of fields whose value is a number of the kind that the name says: they are read as "phone: 4155552671". */
const telling = /phone|mobile|tel(?:$|_)|fax|whatsapp|msisdn|ssn|social_?security/i;

/**
 * A JSON value with every string in it redacted, at any depth; names of fields stay, and so do numbers. What has
 * nothing to redact is returned as it came.
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
    // A field named "__proto__" is a field like any other.
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
  const word = telling.exec(field)?.[0];
  if (!word || redacted !== text) return redacted;
  const name = /ssn|social/i.test(word) ? "SSN: " : "phone: ";
  const told = redact(name + text);
  return told.startsWith(name) ? told.slice(name.length) : redacted;
}
