import { z } from "zod";

/** Implicit behavior of users towards an answer. */
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

/** A kind of implicit behavior. */
export type SignalKind = z.infer<typeof signalKindSchema>;
