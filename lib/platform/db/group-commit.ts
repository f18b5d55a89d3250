import { isDatabaseAway, Problem } from "#lib/platform/problem/index.ts";
import { noteWrite } from "./write-health.ts";

/** What a write costs: rows to store, and bytes to hold until then. */
export interface Weight {
  rows: number;
  bytes: number;
}

/** How writes are grouped. */
export interface GroupCommitOptions<Item, Result> {
  /** Stores a group in one transaction and answers in its order; it throws for all of them or for none. */
  write(items: readonly Item[]): Promise<Result[]>;
  weigh(item: Item): Weight;
  /** Most rows of one group. An item that has more goes alone. */
  groupRows: number;
  /** Most that may wait; what comes then is refused at once. */
  waiting: Weight;
  /** How many groups may be under way at once. */
  lanes: number;
  /** How many rows must wait before another group is begun beside one that is under way: few large groups cost least. */
  laneRows: number;
}

interface Waiting<Item, Result> {
  item: Item;
  weight: Weight;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Writes what arrives while a write is under way together, and settles each item after the commit of its group. When a
 * group cannot be stored its halves are tried, so that one bad item fails alone.
 * @returns what takes an item; it rejects with Problem 503 when too much is waiting.
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
      // Everything that this turn of the event loop brings belongs together.
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

/** How many of the waiting fit into one group; at least one. */
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
  new Problem(
    "too_busy",
    "More is arriving than can be stored. Nothing of this request was stored; send it again with the same ids.",
    { retryAfterSeconds: 1 },
  );
