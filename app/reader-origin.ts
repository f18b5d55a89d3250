import { headers } from "next/headers";
import { ownOrigin } from "#lib/platform/auth/own-origin.ts";

/** The origin that the reader sees this installation at, for code to copy. */
export const readerOrigin = async (): Promise<string> => ownOrigin(await headers());
