import type { z } from "zod";
import type { newKeySchema } from "#lib/platform/access/key-list.ts";

/** A new key, as the settings get it: shown once. */
export type MadeKey = z.infer<typeof newKeySchema>;
