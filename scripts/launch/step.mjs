// How a step shows itself on standard error: a live line with its time on a terminal, plain lines elsewhere.

const live = process.stderr.isTTY && process.env.TERM !== "dumb";
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs `work` under a name that the reader sees with the time it takes. A failure is thrown on.
 * @template T
 * @param {string} name what is done, as "Installing packages"
 * @param {(note: (text: string) => void) => Promise<T>} work may `note` lines of its own, shown beneath the name
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const since = performance.now();
  const draw = () => process.stderr.write(`\r\x1b[2K· ${name} … ${seconds(since)}`);
  const clear = () => live && process.stderr.write("\r\x1b[2K");
  const note = (text) => {
    clear();
    process.stderr.write(`  ${text}\n`);
  };
  if (!live) process.stderr.write(`${name} …\n`);
  const timer = live ? setInterval(draw, 100) : undefined;
  try {
    if (live) draw();
    const result = await work(note);
    clear();
    process.stderr.write(live ? `✓ ${name} (${seconds(since)})\n` : `${name}: done in ${seconds(since)}\n`);
    return result;
  } catch (error) {
    clear();
    process.stderr.write(
      live ? `✗ ${name} (${seconds(since)})\n` : `${name}: failed after ${seconds(since)}\n`,
    );
    throw error;
  } finally {
    clearInterval(timer);
  }
}
