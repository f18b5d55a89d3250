import pino from "pino";
import { env } from "#lib/platform/env.ts";
import { processWide } from "#lib/platform/process-wide.ts";

/** The process's log: JSON lines on standard error, so that standard output stays a command's own. */
export const log: () => pino.Logger = processWide("log", () =>
  pino({ level: env().LOG_LEVEL, base: null }, pino.destination(2)),
);
