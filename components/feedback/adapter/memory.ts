/** What a device remembers between two visits of a page: JSON values by key, the least recently written go first. */
export interface Memory {
  /** Whose memory it is: where this changes, widgets begin anew. */
  readonly scope?: string | undefined;
  /** The value under `key`, undefined where there is none. Not to be changed by its reader. */
  read(key: string): unknown;
  /** Keeps a value, which must be JSON; undefined forgets what is there. */
  write(key: string, value: unknown): void;
  /** Called when another page of the device may have written. */
  readonly watchers?: Set<() => void> | undefined;
}

/** Most keys of one memory. */
const KEYS_MAX = 300;
/** Most characters of one memory in the storage, which browsers share out at 5 MB a site. */
const CHARACTERS_MAX = 300_000;

type Entry = [key: string, value: unknown];

const memories = new Map<string, Memory>();

/**
 * The memory of `scope` (a server, a key and a user), one for the whole page. Kept in localStorage; where that is
 * refused, and while rendering on a server, it lives as long as the page.
 */
export function deviceMemory(scope: string): Memory {
  const name = `whetstone ${scope}`;
  const memory = memories.get(name) ?? memoryOver(name);
  // A server renders for many users.
  if (typeof window !== "undefined") memories.set(name, memory);
  return memory;
}

function memoryOver(name: string): Memory {
  /** What the storage held when we last looked. */
  let seen: string | null = null;
  let entries = new Map<string, unknown>();

  /** Another tab may have written since, or the site have cleared its storage. */
  function refresh() {
    const stored = within((storage) => storage.getItem(name));
    if (stored === undefined || stored === seen) return;
    seen = stored;
    entries = new Map(entriesOf(stored));
  }

  /** Keeps as much of the latest as fits; what does not fit lives as long as the page. */
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
    // What is there says what is no longer so.
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

/** Frames without rights, full disks and servers have no storage. */
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
