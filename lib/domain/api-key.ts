import { z } from "zod";

/** publishable: for browsers, send-only. secret: for servers. */
export const apiKeyKindSchema = z.enum(["publishable", "secret"]);

/** Whether a key may be public or must stay secret. */
export type ApiKeyKind = z.infer<typeof apiKeyKindSchema>;
