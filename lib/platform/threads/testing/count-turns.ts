/**
 * Counts how often the event loop comes round while something is under way: what holds the loop leaves it a handful of
 * turns, however fast or slow the machine is.
 */
export async function countTurns<T>(work: Promise<T>): Promise<{ turns: number; result: T }> {
  let turns = 0;
  let going = true;
  const count = () => {
    turns += 1;
    if (going) setImmediate(count);
  };
  setImmediate(count);
  try {
    const result = await work;
    return { turns, result };
  } finally {
    going = false;
  }
}
