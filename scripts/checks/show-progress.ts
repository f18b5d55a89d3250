import type { Outcome } from "./outcome.ts";

const live = process.stderr.isTTY && process.env.TERM !== "dumb";
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs checks in parallel. On standard error, a terminal shows the running ones in a live line, each finished
 * check with its time, and the output of failed ones.
 */
export async function runTogether(checks: Record<string, () => Promise<Outcome>>): Promise<Outcome[]> {
  const since = performance.now();
  const underWay = new Set(Object.keys(checks));
  const clear = () => live && process.stderr.write("\r\x1b[2K");
  const draw = () => process.stderr.write(`\r\x1b[2K· ${[...underWay].join(", ")} … ${seconds(since)}`);
  const timer = live ? setInterval(draw, 100) : undefined;
  try {
    return await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        const outcome = await check();
        underWay.delete(name);
        clear();
        process.stderr.write(line(outcome, seconds(since)));
        return outcome;
      }),
    );
  } finally {
    clearInterval(timer);
    clear();
  }
}

function line({ name, passed, failed, output }: Outcome, time: string): string {
  const counts = passed + failed > 1 ? `: ${passed} passed, ${failed} failed` : "";
  if (failed === 0) return `✓ ${name}${counts} (${time})\n`;
  return `✗ ${name}${counts} (${time})\n\n${output.trim()}\n\n`;
}
