import { z } from "zod";

/** publishable: for browsers, may only send. secret: for servers. */
export const apiKeyKindSchema = z.enum(["publishable", "secret"]);

/** Whether a key may be seen by everyone or by nobody. */
export type ApiKeyKind = z.infer<typeof apiKeyKindSchema>;
