// Shows a step on standard error as one line, "Installing packages… done (54 s)". On a terminal, the time
// counts up.

const live = process.stderr.isTTY && process.env.TERM !== "dumb";

const elapsed = (since) => {
  const seconds = (performance.now() - since) / 1000;
  return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
};

/**
 * Runs `work` and shows its name and how long it took. Rethrows errors.
 * @template T
 * @param {string} name what is being done, such as "Installing packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const since = performance.now();
  const start = live ? `\r\x1b[2K${name}…` : `${name}…`;
  const end = (result) => process.stderr.write(`${live ? start : ""} ${result} (${elapsed(since)})\n`);
  process.stderr.write(start);
  const timer = live ? setInterval(() => process.stderr.write(`${start} ${elapsed(since)}`), 100) : undefined;
  try {
    const result = await work();
    end("done");
    return result;
  } catch (error) {
    end("failed");
    throw error;
  } finally {
    clearInterval(timer);
  }
}
