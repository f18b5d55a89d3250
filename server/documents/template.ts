import { createHash } from "node:crypto";

/** The placeholder for the reader's origin, which the client determines with the Host header. */
export const ORIGIN = "http://origin.whetstone.invalid";

/** The same as a Host header. */
export const ORIGIN_HOST = new URL(ORIGIN).host;

/** A document that is the same for everyone except for the origin. */
export interface Template {
  contentType: string;
  /** The pieces of the document between the origins. */
  pieces: readonly Buffer[];
  /** Inline scripts, containing `ORIGIN`; undefined for anything but pages. */
  scripts: readonly string[] | undefined;
  hash: string;
}

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Creates a template from a document rendered with `ORIGIN`.
 * @throws Error if the origin is in a text that React sends with its length, which would be wrong for another origin.
 */
export function toTemplate(contentType: string, body: Buffer): Template {
  const text = body.toString();
  const isPage = contentType.startsWith("text/html");
  const scripts = isPage ? [...text.matchAll(INLINE_SCRIPT)].map(([, script = ""]) => script) : undefined;
  if (scripts && hasOriginInSizedText(scripts))
    throw new Error(
      "The origin is part of a text longer than 1,000 characters, which React sends with its length",
    );
  return {
    contentType,
    pieces: text.split(ORIGIN).map((piece) => Buffer.from(piece)),
    scripts,
    hash: createHash("sha256").update(body).digest("base64url").slice(0, 16),
  };
}

const DATA = /^self\.__next_f\.push\((\[1,[\s\S]*\])\)$/;
const SIZED_TEXT = /:T([\da-f]+),/g;

/** React's stream of a page's data contains the byte length before each long text: "1f:T4d2,…". */
function hasOriginInSizedText(scripts: readonly string[]): boolean {
  const data = scripts.map((script) => {
    const pushed = DATA.exec(script)?.[1];
    return pushed ? String((JSON.parse(pushed) as [number, string])[1]) : "";
  });
  const stream = data.join("");
  return [...stream.matchAll(SIZED_TEXT)].some(({ 0: head, 1: bytes = "0", index }) => {
    const begin = index + head.length;
    // Counts characters instead of bytes, so this searches a little too far after multi-byte characters.
    return stream.slice(begin, begin + Number.parseInt(bytes, 16)).includes(ORIGIN);
  });
}

/** The document for an origin, without copying the common parts. */
export const filled = ({ pieces }: Template, origin: string): Buffer[] => {
  const between = Buffer.from(origin);
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece]));
};

/** The document's ETag. */
export const toEtag = ({ hash }: Template, origin: string): string =>
  `W/"${hash}-${createHash("sha256").update(origin).digest("base64url").slice(0, 8)}"`;

/** The hashes of its inline scripts, as a Content-Security-Policy names them. */
export const scriptHashes = ({ scripts = [] }: Template, origin: string): string[] => [
  ...new Set(
    scripts.map(
      (script) =>
        `'sha256-${createHash("sha256").update(script.replaceAll(ORIGIN, origin)).digest("base64")}'`,
    ),
  ),
];
