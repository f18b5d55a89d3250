import { setImmediate } from "node:timers/promises";
import { Problem } from "#lib/platform/problem/index.ts";
import { countFields, faultIn } from "./validate-json.ts";

/** Default maximum bytes of a body. */
export const BODY_LIMIT = 1_000_000;

/** From this size (bytes), the event loop gets a turn between the steps of reading a body. */
const LARGE = 100_000;

/** Maximum fields of a body, and per byte of a larger one: a thousand events of fifty fields per megabyte. */
const [FIELDS_MAX, FIELDS_PER_BYTE] = [50_000, 0.05];

/** A parsed body. */
export interface ReadBody {
  value: unknown;
  bytes: number;
}

/**
 * The JSON of a request's body, up to `limit` bytes.
 * @throws Problem 413 if it is longer; 400 if it is not UTF-8, not JSON, too deep, or has text that cannot be stored.
 */
export async function readJson(request: Request, limit: number): Promise<ReadBody> {
  const encoding = request.headers.get("content-encoding");
  if (encoding && encoding !== "identity") {
    throw new Problem(
      "malformed_json",
      `Content-Encoding ${encoding} is not supported. Send uncompressed JSON.`,
    );
  }
  const bytes = await readBytes(request, limit);
  // For a large body, each of these steps takes as long as the event loop may be blocked.
  const turn = bytes.byteLength > LARGE ? setImmediate : () => {};
  if (bytes.byteLength > LARGE)
    refuseFields(bytes, Math.max(FIELDS_MAX, Math.floor(bytes.byteLength * FIELDS_PER_BYTE)));
  await turn();
  const text = decode(bytes);
  if (text.trim() === "")
    throw new Problem("malformed_json", "The request body is empty. Send a JSON object.");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Problem(
      "malformed_json",
      `The request body is not valid JSON: ${error instanceof Error ? error.message : "it could not be parsed"}.`,
    );
  }
  await turn();
  const fault = faultIn(value);
  if (fault) throw new Problem("invalid_body", `${fault.path} ${fault.message}.`, { errors: [fault] });
  await turn();
  return { value, bytes: bytes.byteLength };
}

/**
 * A copy of this request with its body in memory, up to `limit` bytes.
 * @throws Problem 413 if it is longer.
 */
export async function withLimitedBody(request: Request, limit: number): Promise<Request> {
  if (!request.body) return request;
  const body = Buffer.from(await readBytes(request, limit));
  return new Request(request.url, { method: request.method, headers: request.headers, body });
}

/** @throws Problem 400 if the objects of a body have too many fields. */
function refuseFields(json: Uint8Array, most: number): void {
  if (countFields(json, most) <= most) return;
  const message = `has more than ${most.toLocaleString("en")} fields`;
  const errors = [{ path: "(body)", message }];
  throw new Problem(
    "invalid_body",
    `The request body ${message}. Send fewer events or fewer fields per request.`,
    {
      errors,
    },
  );
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const declared = request.headers.get("content-length");
  if (Number(declared ?? 0) > limit) throw tooLarge(limit);
  try {
    // A server passes on no more than was declared, and a single buffer costs a tenth of a stream.
    const bytes = declared === null ? await readStream(request, limit) : await request.bytes();
    if (bytes.byteLength <= limit) return bytes;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem("malformed_json", "The connection closed before the request body was complete.");
  }
  throw tooLarge(limit);
}

async function readStream(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Problem("malformed_json", "The request body is not valid UTF-8.");
  }
}

const tooLarge = (limit: number): Problem =>
  new Problem(
    "body_too_large",
    `The request body exceeds ${limit} bytes. Send fewer items per request, or shorter texts.`,
  );
