import type { z } from "zod";
import type { newKeySchema } from "#lib/platform/api-keys/key-list.ts";

/** A new key, as the settings get it: shown once. */
export type NewKey = z.infer<typeof newKeySchema>;
