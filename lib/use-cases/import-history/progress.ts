/** The progress of an import. */
export interface Progress {
  /** Bytes read, and the size of the file. */
  bytes: number;
  size: number;
  lines: number;
}

/** Width of the bar in characters. */
const WIDTH = 24;

/**
 * The progress as one line: bar, percentage, lines, speed and time left. `since` is where this run started, `seconds`
 * ago.
 */
export function formatProgress(progress: Progress, since: Progress, seconds: number): string {
  const share = progress.size === 0 ? 1 : progress.bytes / progress.size;
  const filled = Math.round(share * WIDTH);
  const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
  const words = [`${bar} ${Math.floor(share * 100)} %`, `${progress.lines.toLocaleString("en-US")} lines`];
  const bytesDone = progress.bytes - since.bytes;
  if (seconds >= 1 && bytesDone > 0) {
    const pace = Math.round((progress.lines - since.lines) / seconds);
    const left = ((progress.size - progress.bytes) * seconds) / bytesDone;
    words.push(`${pace.toLocaleString("en-US")}/s`, `${clock(left)} left`);
  }
  return words.join("  ");
}

/** Seconds as minutes and seconds: "1:05". */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
