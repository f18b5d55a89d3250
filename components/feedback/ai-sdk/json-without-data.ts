/** The minimum length of base64 that counts as data; anything shorter is an ID or a token. */
const ENCODED_MIN = 256;

/**
 * JSON in which bytes and base64, which no one can read, are replaced by their type and size: "[image/png, 48
 * kB]".
 */
export function jsonWithoutData(value: unknown): string | undefined {
  return JSON.stringify(value, function describe(this: { mediaType?: unknown }, _name, field: unknown) {
    if (ArrayBuffer.isView(field)) return description(this.mediaType, field.byteLength);
    // JSON.stringify calls a Buffer's toJSON before it calls this.
    if (isBuffer(field)) return description(this.mediaType, field.data.length);
    const encoded = typeof field === "string" ? encodedIn(field) : null;
    return encoded
      ? description(encoded.type ?? this.mediaType, Math.floor((encoded.data.length * 3) / 4))
      : field;
  });
}

const isBuffer = (value: unknown): value is { data: number[] } =>
  typeof value === "object" &&
  value !== null &&
  "type" in value &&
  value.type === "Buffer" &&
  "data" in value &&
  Array.isArray(value.data);

/** The base64 in a string, plain or as a data URL; null for words and texts. */
function encodedIn(text: string): { type?: string | undefined; data: string } | null {
  const [, type, data = ""] = /^(?:data:([^;,]*)[^,]*;base64,)?([\w+/\r\n-]+={0,2})\s*$/.exec(text) ?? [];
  if (data.length < ENCODED_MIN || !/[A-Z]/.test(data) || !/[a-z]/.test(data) || !/\d/.test(data))
    return null;
  return { type: type || undefined, data };
}

const description = (type: unknown, bytes: number): string =>
  `[${typeof type === "string" ? type : "data"}, ${bytes < 1_000 ? `${bytes} B` : `${Math.round(bytes / 1_000)} kB`}]`;
