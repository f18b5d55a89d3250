import { Problem } from "#lib/platform/problem/index.ts";
import { offThread, WorkFailed } from "#lib/platform/threads/index.ts";
import { type Previewed, previewText, type RedactionPreview } from "./preview.ts";
import { BUDGET, SMALL } from "./redact-ahead.ts";

const WORK = { file: "lib/observe/redaction/preview.ts", name: "previewText" };

/**
 * What would be redacted in a text; long texts are searched in a worker thread.
 * @throws Problem if that takes too long or the threads are busy.
 */
export async function previewRedaction(asked: Previewed): Promise<RedactionPreview> {
  const size = asked.text.length;
  if (size <= SMALL) return previewText(asked);
  try {
    return await offThread<RedactionPreview>(WORK, asked, { ...BUDGET, size });
  } catch (error) {
    if (!(error instanceof WorkFailed)) throw error;
    if (error.fault === "busy")
      throw new Problem("too_busy", "The server is too busy to preview redaction. Try again.", {
        retryAfterSeconds: 1,
      });
    throw new Problem("invalid_body", "Redacting this text took too long. Try a shorter text.");
  }
}
