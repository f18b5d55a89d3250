import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setHeader } from "./set-header.ts";

const POLICY = "content-security-policy";

/** 128 bits, as the standard requires. */
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
 * Only scripts with this response's nonce run, and scripts loaded by them
 * (docs/decisions/0026-a-policy-with-nonces.md). Browsers without 'strict-dynamic' use 'self'. In
 * development, React's tools evaluate code, and Next inserts styles.
 */
const noncePolicy = (nonce: string, dev: boolean): string =>
  policyOf(
    `'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    dev ? "'unsafe-inline'" : `'nonce-${nonce}'`,
  );

/**
 * The policy of a page that is the same for everyone: allows its inline scripts by their hashes, and files of
 * this host.
 */
export const hashPolicy = (hashes: readonly string[]): string => policyOf(hashes.join(" "), "");

/** Sets a page's policy, and passes the nonce to Next, which reads it from the request's headers. */
export function nameNonce(request: IncomingMessage, response: ServerResponse, dev: boolean): void {
  const policy = noncePolicy(randomBytes(NONCE_BYTES).toString("base64"), dev);
  for (const name of [POLICY, `${POLICY}-report-only`]) setHeader(request, name, undefined);
  setHeader(request, POLICY, policy);
  response.setHeader(POLICY, policy);
}
