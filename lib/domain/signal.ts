import { z } from "zod";

/** What a user can do with an answer without being asked. */
export const signalKindSchema = z.enum([
  "copy",
  "citation_click",
  "dwell",
  "regenerate",
  "rephrase",
  "follow_up",
  "accept",
  "abandon",
  "session_complete",
]);

/** A kind of implicit behaviour. */
export type SignalKind = z.infer<typeof signalKindSchema>;
