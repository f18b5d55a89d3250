import pino from "pino";
import { env } from "#lib/platform/env.ts";

const shared = globalThis as { whetstoneLog?: pino.Logger };

/** The process's log: JSON lines on standard error, so that standard output stays a command's own. */
export function log(): pino.Logger {
  shared.whetstoneLog ??= pino({ level: env().LOG_LEVEL, base: null }, pino.destination(2));
  return shared.whetstoneLog;
}
