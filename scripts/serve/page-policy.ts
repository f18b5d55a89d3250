import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setHeader } from "./set-header.ts";

const POLICY = "content-security-policy";

/** Of 128 bits, as the standard asks for. */
const NONCE_BYTES = 16;

/**
 * What a page may load and do. Scripts run by this answer's nonce alone, and what such a script loads
 * (docs/decisions/0026-a-policy-with-nonces.md).
 */
const policyOf = (nonce: string, dev: boolean): string =>
  [
    "default-src 'self'",
    // Browsers without 'strict-dynamic' go by 'self'. React's tools for developers evaluate code.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    // For browsers that do not know the two below.
    "style-src 'self' 'unsafe-inline'",
    // In development Next puts styles into the page by itself.
    `style-src-elem 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Charts and bars have their sizes in style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Gives a page a policy of its own, and its nonce to Next, which reads it off the request's own headers. */
export function nameNonce(request: IncomingMessage, response: ServerResponse, dev: boolean): void {
  const policy = policyOf(randomBytes(NONCE_BYTES).toString("base64"), dev);
  for (const name of [POLICY, `${POLICY}-report-only`]) setHeader(request, name, undefined);
  setHeader(request, POLICY, policy);
  response.setHeader(POLICY, policy);
}
