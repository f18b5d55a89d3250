import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";

/** Bytes of a secret: the standard asks for 24 to 64. */
const SECRET_BYTES = 32;

/** A new secret to sign with, as the standard writes it. */
export const newSigningSecret = (): string => PREFIX + randomBytes(SECRET_BYTES).toString("base64");

/** What is signed: a message, at the time of this attempt. */
export interface SignedMessage {
  id: string;
  at: Date;
  body: string;
}

/**
 * The headers of Standard Webhooks. Each attempt is signed anew, since receivers refuse old timestamps; while a secret
 * rotates, with both secrets.
 */
export function signatureHeaders({ id, at, body }: SignedMessage, secrets: readonly string[]) {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(PREFIX, ""), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}
