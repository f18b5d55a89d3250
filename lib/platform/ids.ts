import { hash, randomBytes } from "node:crypto";
import { v7 } from "uuid";

/** A new id: a UUIDv7, so that rows written together lie together. */
export const newId = (): string => v7();

/** `bytes` random bytes as base64url, for keys and tokens. */
export const randomText = (bytes: number): string => randomBytes(bytes).toString("base64url");

/** SHA-256, for what is stored only to be recognised again. */
export const sha256 = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(hash("sha256", text, "buffer"));

/** The same as hex. */
export const sha256Hex = (text: string): string => hash("sha256", text, "hex");
