import pino from "pino";
import { env } from "#lib/platform/env.ts";
import { processWide } from "#lib/platform/process-wide.ts";

/** The process's log: JSON lines on standard error, which keeps standard output for the command's result. */
export const log: () => pino.Logger = processWide("log", () =>
  pino({ level: env().LOG_LEVEL, base: null }, pino.destination(2)),
);
