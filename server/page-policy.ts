import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setHeader } from "./set-header.ts";

const POLICY = "content-security-policy";

/** Of 128 bits, as the standard asks for. */
const NONCE_BYTES = 16;

/** The Content-Security-Policy of a page, with the sources of its scripts and styles. */
const policyOf = (scripts: string, styles: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' ${scripts}`,
    // For browsers that do not support the two below.
    "style-src 'self' 'unsafe-inline'",
    `style-src-elem 'self' ${styles}`.trim(),
    // Charts and bars use style attributes for their sizes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/**
 * Scripts run by this answer's nonce alone, and what such a script loads (docs/decisions/0026-a-policy-with-nonces.md).
 * Browsers without 'strict-dynamic' go by 'self'. In development React's tools evaluate code, and Next puts styles into
 * the page by itself.
 */
const noncePolicy = (nonce: string, dev: boolean): string =>
  policyOf(
    `'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    dev ? "'unsafe-inline'" : `'nonce-${nonce}'`,
  );

/** Of a page that is the same for everybody: its own inline scripts run, by their hashes, and files of this host. */
export const hashPolicy = (hashes: readonly string[]): string => policyOf(hashes.join(" "), "");

/** Gives a page a policy of its own, and its nonce to Next, which reads it off the request's own headers. */
export function nameNonce(request: IncomingMessage, response: ServerResponse, dev: boolean): void {
  const policy = noncePolicy(randomBytes(NONCE_BYTES).toString("base64"), dev);
  for (const name of [POLICY, `${POLICY}-report-only`]) setHeader(request, name, undefined);
  setHeader(request, POLICY, policy);
  response.setHeader(POLICY, policy);
}
