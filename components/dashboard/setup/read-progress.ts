/** A line of the stream that loading the sample project answers with. */
export type ProgressLine =
  | { done: number; total: number; phase: string }
  | { project_slug: string }
  | { error: string };

/**
 * Reads newline-delimited JSON as it arrives and hands on each line.
 * @throws SyntaxError for a line that is not JSON, and whatever the stream throws.
 */
export async function readProgress(
  stream: ReadableStream<Uint8Array>,
  onLine: (line: ProgressLine) => void,
): Promise<void> {
  const reader = stream
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = done ? "" : (lines.pop() ?? "");
    for (const line of lines) if (line.trim() !== "") onLine(JSON.parse(line) as ProgressLine);
    if (done) return;
  }
}
