/**
 * What a device remembers between visits: JSON values by key, of which the least recently written are dropped
 * first.
 */
export interface Memory {
  /** The owner of the memory; if it changes, widgets start over. */
  readonly scope?: string | undefined;
  /** The value under `key`, or undefined. Readers must not change it. */
  read(key: string): unknown;
  /** Stores a value, which must be JSON; undefined deletes it. */
  write(key: string, value: unknown): void;
  /** Called when another page of the device may have written. */
  readonly watchers?: Set<() => void> | undefined;
}

/** How many keys a memory can have. */
const KEYS_MAX = 300;
/** How many characters of storage a memory can use; browsers limit a site to 5 MB. */
const CHARACTERS_MAX = 300_000;

type Entry = [key: string, value: unknown];

const memories = new Map<string, Memory>();

/**
 * The memory of `scope` (a server, a key and a user), one for the whole page. Stored in localStorage; if that
 * is not available, and during server rendering, it lasts as long as the page.
 */
export function deviceMemory(scope: string): Memory {
  const name = `whetstone ${scope}`;
  const memory = memories.get(name) ?? memoryOver(name);
  // A server renders for many users.
  if (typeof window !== "undefined") memories.set(name, memory);
  return memory;
}

function memoryOver(name: string): Memory {
  /** The content of the storage when last read. */
  let seen: string | null = null;
  let entries = new Map<string, unknown>();

  /** Another tab may have written since, or the site may have cleared its storage. */
  function refresh() {
    const stored = within((storage) => storage.getItem(name));
    if (stored === undefined || stored === seen) return;
    seen = stored;
    entries = new Map(entriesOf(stored));
  }

  /** Stores as many of the latest values as fit; the others last as long as the page. */
  function store() {
    const kept = [...entries];
    while (kept.length > 0) {
      const text = JSON.stringify(kept);
      const fits = text.length <= CHARACTERS_MAX && within((storage) => storage.setItem(name, text) ?? true);
      if (fits) {
        seen = text;
        return;
      }
      kept.splice(0, Math.ceil(kept.length / 4));
    }
    // The stored content is outdated.
    within((storage) => storage.removeItem(name));
    seen = null;
  }

  return {
    scope: name,
    watchers: new Set(),
    read(key) {
      refresh();
      return entries.get(key);
    },
    write(key, value) {
      refresh();
      entries.delete(key);
      if (value !== undefined) entries.set(key, value);
      entries = new Map([...entries].slice(-KEYS_MAX));
      store();
    },
  };
}

/** Sandboxed frames, full disks and servers have no storage. */
function within<Result>(use: (storage: Storage) => Result): Result | undefined {
  try {
    return use(window.localStorage);
  } catch {
    return undefined;
  }
}

function entriesOf(text: string | null): Entry[] {
  try {
    const parsed: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(parsed)
      ? parsed.filter((entry): entry is Entry => typeof entry?.[0] === "string")
      : [];
  } catch {
    return [];
  }
}
