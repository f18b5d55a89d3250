/** The minimum length of encoded data to replace; anything shorter is an ID, a token or an icon. */
const ENCODED_MIN = 256;

/** How the base64 of known file types begins. */
const beginnings: readonly [beginning: RegExp, type: string][] = [
  [/^iVBORw0KGg/, "image/png"],
  [/^\/9j\//, "image/jpeg"],
  [/^R0lGOD/, "image/gif"],
  [/^UklGR.{6,7}[XV]0VCUF/, "image/webp"],
  [/^UklGR.{6,7}[XV]0FWRQ/, "audio/wav"],
  [/^SUQz/, "audio/mpeg"],
  [/^T2dnUw/, "audio/ogg"],
  [/^.{5,6}ZnR5c/, "video/mp4"],
  [/^GkXfo/, "video/webm"],
  [/^PHN2Zy/, "image/svg+xml"],
  [/^JVBERi/, "application/pdf"],
  [/^UEsDB/, "application/zip"],
  [/^H4sI/, "application/gzip"],
];

/** A data URL; its data can contain line breaks, also escaped ones. */
const dataUrls = /data:([\w.+-]+\/[\w.+-]+)?((?:;[\w.+-]+(?:=[\w.+-]+)?)*);base64,([\w+/=-]{64,})/gi;

/** A run of base64, in one piece or in lines as in email; line breaks can be escaped as in JSON. */
const encodedRuns =
  /[A-Za-z0-9+/_-]{60,}(?:(?:\\[rn]|[\r\n]){1,2}[A-Za-z0-9+/_-]{60,})*(?:(?:\\[rn]|[\r\n]){1,2}(?:[A-Za-z0-9+/_-]{20,59}|[A-Za-z0-9+/_-]{1,19}(?==)))?={0,2}/g;

/** Bytes as JSON: of a Buffer, and of a typed array. */
const buffers = /\{\s?\\*"type\\*":\s?\\*"Buffer\\*",\s?\\*"data\\*":\s?\[([\d,\s]{128,})\]\s?\}/g;
const typedArrays = /\{(?:\s?\\*"\d{1,9}\\*":\s?\d{1,3},?){64,}\s?\}/g;

/** Replaces the encoded data in a text. */
export type DescribeText = (text: string) => string;

/** Describes data in several texts; runs in a worker thread. */
export const describeAll = (texts: readonly string[]): string[] => texts.map(describeData);

/** Replaces encoded data in a text by its type and size, for example "[image/png, 48.2 kB]". */
export function describeData(text: string): string {
  if (text.length < ENCODED_MIN) return text;
  return text
    .replace(dataUrls, (_url, type: string | undefined, _parameters, encoded: string) =>
      description(type ?? typeOf(encoded), decodedBytes(encoded)),
    )
    .replace(encodedRuns, (run) => {
      const encoded = run.replace(/\\[rn]|[\r\n]/g, "");
      return isData(encoded) ? description(typeOf(encoded), decodedBytes(encoded)) : run;
    })
    .replace(buffers, (_json, bytes: string) => description("data", bytes.split(",").length))
    .replace(typedArrays, (json) => description("data", json.split(",").length));
}

/** Describes the data in a JSON value at any depth; returns the same value if there is none. */
export function describeDataIn(value: unknown, replace: DescribeText = describeData): unknown {
  if (typeof value === "string") return replace(value);
  if (typeof value !== "object" || value === null) return value;
  const size = byteCount(value);
  if (size !== null) return description("data", size);
  if (Array.isArray(value)) {
    const items = value.map((item) => describeDataIn(item, replace));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  // A megabyte can contain a hundred thousand fields, so unchanged ones are not copied.
  let described: Record<string, unknown> | undefined;
  for (const name of Object.keys(value)) {
    const field: unknown = Reflect.get(value, name);
    const as = describeDataIn(field, replace);
    if (as === field) continue;
    described ??= { ...value };
    described[name] = as;
  }
  return described ?? value;
}

/** The number of bytes if this JSON was a Buffer or a typed array; otherwise null. */
function byteCount(value: object): number | null {
  const { type, data } = value as { type?: unknown; data?: unknown };
  if (type === "Buffer" && Array.isArray(data) && data.every(isByte)) return data.length;
  if (Array.isArray(value) || !("63" in value)) return null;
  const fields = Object.entries(value);
  return fields.every(([name, field], index) => name === String(index) && isByte(field))
    ? fields.length
    : null;
}

const isByte = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < 256;

/**
 * Whether a run without spaces is data: of a known file type, or mixed in a way that only encoded bytes are.
 */
function isData(run: string): boolean {
  if (run.length < ENCODED_MIN) return false;
  if (typeOf(run) !== "data") return true;
  const share = (characters: RegExp) => (run.match(characters)?.length ?? 0) / run.length;
  return share(/[A-Z]/g) > 0.15 && share(/[a-z]/g) > 0.15 && share(/\d/g) > 0.04;
}

const typeOf = (encoded: string): string =>
  beginnings.find(([beginning]) => beginning.test(encoded))?.[1] ?? "data";

const decodedBytes = (encoded: string): number => Math.floor((encoded.replace(/=+$/, "").length * 3) / 4);

function description(type: string, bytes: number): string {
  const size =
    bytes < 1_000
      ? `${bytes} B`
      : bytes < 1_000_000
        ? `${(bytes / 1_000).toFixed(1)} kB`
        : `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `[${type}, ${size}]`;
}
