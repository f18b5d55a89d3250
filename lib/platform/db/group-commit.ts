import { isDatabaseAway, Problem } from "#lib/platform/problem/index.ts";
import { noteWrite } from "./write-health.ts";

/** The cost of a write: rows to store, and bytes in memory until then. */
export interface Weight {
  rows: number;
  bytes: number;
}

/** How writes are grouped. */
export interface GroupCommitOptions<Item, Result> {
  /** Stores a group in one transaction and returns results in the same order. Throws for all items or none. */
  write(items: readonly Item[]): Promise<Result[]>;
  weigh(item: Item): Weight;
  /** Maximum rows per group. An item with more is written alone. */
  groupRows: number;
  /** Maximum queue size; further items are rejected immediately. */
  waiting: Weight;
  /** How many groups may be written concurrently. */
  lanes: number;
  /** How many rows must be queued before another group is written concurrently: few large groups cost least. */
  laneRows: number;
}

interface Waiting<Item, Result> {
  item: Item;
  weight: Weight;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Groups items that arrive during a write, and settles each after its group is committed. If a group fails, its halves
 * are retried, so that one bad item fails alone.
 * @returns a function that writes an item; it rejects with Problem 503 if the queue is full.
 */
export function groupCommit<Item, Result>(
  options: GroupCommitOptions<Item, Result>,
): (item: Item) => Promise<Result> {
  let queue: Waiting<Item, Result>[] = [];
  const waiting: Weight = { rows: 0, bytes: 0 };
  let underWay = 0;
  let asked = false;

  const mayBegin = () => underWay === 0 || (underWay < options.lanes && waiting.rows >= options.laneRows);

  const pump = (): void => {
    while (queue.length > 0 && mayBegin()) {
      const group = queue.slice(0, groupLength(queue, options.groupRows));
      queue = queue.slice(group.length);
      underWay += 1;
      void writeOrSplit(options.write, group).then(() => {
        underWay -= 1;
        pump();
      });
      for (const { weight } of group) add(waiting, weight, -1);
    }
  };

  return (item) =>
    new Promise((resolve, reject) => {
      const weight = options.weigh(item);
      const isFull =
        waiting.rows > 0 &&
        (waiting.rows + weight.rows > options.waiting.rows ||
          waiting.bytes + weight.bytes > options.waiting.bytes);
      if (isFull) return reject(tooBusy());
      add(waiting, weight, 1);
      queue.push({ item, weight, resolve, reject });
      if (asked) return;
      asked = true;
      // Groups everything that arrives in this turn of the event loop.
      setImmediate(() => {
        asked = false;
        pump();
      });
    });
}

function add(total: Weight, weight: Weight, sign: 1 | -1): void {
  total.rows += sign * weight.rows;
  total.bytes += sign * weight.bytes;
}

/** How many queued items fit into one group; at least one. */
function groupLength(queue: readonly { weight: Weight }[], groupRows: number): number {
  let rows = 0;
  const length = queue.findIndex(({ weight }) => {
    rows += weight.rows;
    return rows > groupRows;
  });
  return length < 0 ? queue.length : Math.max(1, length);
}

/** Settles every item of a group. Never rejects. */
async function writeOrSplit<Item, Result>(
  write: (items: readonly Item[]) => Promise<Result[]>,
  group: readonly Waiting<Item, Result>[],
): Promise<void> {
  try {
    const results = await write(group.map(({ item }) => item));
    noteWrite();
    group.forEach(({ resolve }, index) => {
      resolve(results[index] as Result);
    });
  } catch (error) {
    noteWrite(error);
    if (group.length === 1 || isDatabaseAway(error)) {
      for (const { reject } of group) reject(error);
      return;
    }
    const middle = Math.ceil(group.length / 2);
    await writeOrSplit(write, group.slice(0, middle));
    await writeOrSplit(write, group.slice(middle));
  }
}

const tooBusy = (): Problem =>
  new Problem("too_busy", "The server is overloaded. Nothing was stored. Retry with the same IDs.", {
    retryAfterSeconds: 1,
  });
