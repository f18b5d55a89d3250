import { setImmediate } from "node:timers/promises";
import { Problem } from "#lib/platform/problem/index.ts";
import { countFields, faultIn } from "./validate-json.ts";

/** Most bytes of a body where a route says nothing else. */
export const BODY_LIMIT = 1_000_000;

/** From so many bytes on others have a turn between the steps of reading a body. */
const LARGE = 100_000;

/** Most fields that a body may have, and for each byte of a larger one: a thousand events of fifty fields in a megabyte. */
const [FIELDS_MAX, FIELDS_PER_BYTE] = [50_000, 0.05];

/** A body that was read. */
export interface ReadBody {
  value: unknown;
  bytes: number;
}

/**
 * The JSON of a request's body, read no further than `limit` bytes.
 * @throws Problem 413 when it is longer; 400 when it is not UTF-8, not JSON, too deep, or has text that cannot be stored.
 */
export async function readJson(request: Request, limit: number): Promise<ReadBody> {
  const encoding = request.headers.get("content-encoding");
  if (encoding && encoding !== "identity") {
    throw new Problem(
      "malformed_json",
      `Content-Encoding ${encoding} is not taken here. Send the JSON as it is.`,
    );
  }
  const bytes = await readBytes(request, limit);
  // Each of these steps may take as long of a large body as others may be held up.
  const turn = bytes.byteLength > LARGE ? setImmediate : () => {};
  if (bytes.byteLength > LARGE)
    refuseFields(bytes, Math.max(FIELDS_MAX, Math.floor(bytes.byteLength * FIELDS_PER_BYTE)));
  await turn();
  const text = decode(bytes);
  if (text.trim() === "") throw new Problem("malformed_json", "The body is empty. Send a JSON object.");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Problem(
      "malformed_json",
      `The body is not JSON: ${error instanceof Error ? error.message : "it does not parse"}.`,
    );
  }
  await turn();
  const fault = faultIn(value);
  if (fault) throw new Problem("invalid_body", `${fault.path} ${fault.message}.`, { errors: [fault] });
  await turn();
  return { value, bytes: bytes.byteLength };
}

/**
 * A request like this one with its whole body in hand, read no further than `limit` bytes.
 * @throws Problem 413 when it is longer.
 */
export async function withLimitedBody(request: Request, limit: number): Promise<Request> {
  if (!request.body) return request;
  const body = Buffer.from(await readBytes(request, limit));
  return new Request(request.url, { method: request.method, headers: request.headers, body });
}

/** @throws Problem 400 when the objects of a body have too many fields. */
function refuseFields(json: Uint8Array, most: number): void {
  if (countFields(json, most) <= most) return;
  const message = `has more than ${most.toLocaleString("en")} fields`;
  const errors = [{ path: "(body)", message }];
  throw new Problem(
    "invalid_body",
    `The body ${message}. Send fewer events at once, or fewer of your own fields.`,
    {
      errors,
    },
  );
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const declared = request.headers.get("content-length");
  if (Number(declared ?? 0) > limit) throw tooLarge(limit);
  try {
    // A server hands on no more than was declared, and a whole buffer costs a tenth of a stream.
    const bytes = declared === null ? await readStream(request, limit) : await request.bytes();
    if (bytes.byteLength <= limit) return bytes;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem("malformed_json", "The connection ended before the whole body had come.");
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
    throw new Problem("malformed_json", "The body is not UTF-8.");
  }
}

const tooLarge = (limit: number): Problem =>
  new Problem(
    "body_too_large",
    `The body has more than ${limit} bytes. Send fewer items at once, or shorter texts.`,
  );
