import { newEventId } from "../adapter/event-id.ts";
import type { QueuedEvent } from "./event.ts";
import type { EventStore } from "./event-store.ts";
import { type TabLock, tabLock } from "./tab-lock.ts";

const DATABASE = "whetstone";
const EVENTS = "events";

/** If the browser cannot tell which pages are open, an event is taken over after this time. */
const LEASE_MS = 60_000;

/** A queued event in IndexedDB. */
interface Row extends QueuedEvent {
  /** The queue it belongs to: a server and a key. */
  queue: string;
  /** The client that sends it. */
  owner: string;
  ownedAt: number;
}

/**
 * Stores events in the IndexedDB of the page's origin, shared by its tabs. Each event belongs to the tab that
 * sends it; those of closed tabs are taken over. Stores nothing if IndexedDB is not available.
 */
export function indexedStore(queue: string, lock: TabLock = tabLock()): EventStore {
  const owner = newEventId();
  const database = openDatabase();
  const keys = new Set<string>();
  const showing = () => lock.show(owner, keys.size > 0);

  /** Runs `work` in one transaction; false if that failed. */
  async function within(work: (events: IDBObjectStore) => void, reads = false): Promise<boolean> {
    const opened = await database;
    return opened === null ? false : transact(opened, work, reads);
  }

  return {
    put(event) {
      keys.add(event.key);
      showing();
      const row: Row = { ...event, queue, owner, ownedAt: Date.now() };
      return within((events) => void events.put(row, rowKey(queue, event)));
    },
    async remove(gone) {
      for (const { key } of gone) keys.delete(key);
      if (gone.length > 0)
        await within((events) => {
          for (const event of gone) events.delete(rowKey(queue, event));
        });
      showing();
    },
    async adopt() {
      const there = await lock.owners();
      const now = Date.now();
      const orphans: Row[] = [];
      await within((events) => {
        const all = events.getAll();
        all.onsuccess = () => {
          for (const row of (all.result as Row[]).filter((found) => found.queue === queue)) {
            const tended = there ? there.has(row.owner) : row.ownedAt > now - LEASE_MS;
            if (row.owner === owner || tended) continue;
            orphans.push(row);
            events.put({ ...row, owner, ownedAt: now }, rowKey(queue, row));
          }
        };
      }, true);
      for (const { key } of orphans) keys.add(key);
      showing();
      return orphans.sort((one, other) => one.queuedAt - other.queuedAt).map(eventOf);
    },
    leave() {
      keys.clear();
      showing();
    },
  };
}

const rowKey = (queue: string, { key }: Pick<QueuedEvent, "key">): string => `${queue} ${key}`;

/** The event of an earlier page: due now, and possibly already sent by that page. */
const eventOf = ({ queue: _, owner: __, ownedAt: ___, ...event }: Row): QueuedEvent => ({
  ...event,
  dueAt: 0,
  maybeSent: true,
});

function openDatabase(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(EVENTS);
      request.onsuccess = () => {
        // Lets a later version of this file upgrade the database from another tab.
        request.result.onversionchange = () => request.result.close();
        resolve(request.result);
      };
      request.onerror = () => resolve(null);
    } catch {
      // There is no IndexedDB, or the frame has no access.
      resolve(null);
    }
  });
}

function transact(
  database: IDBDatabase,
  work: (events: IDBObjectStore) => void,
  reads: boolean,
): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const transaction = database.transaction(EVENTS, "readwrite");
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
      work(transaction.objectStore(EVENTS));
      // Commits now, instead of when the transaction becomes idle, which may never happen.
      if (!reads) transaction.commit?.();
    } catch {
      resolve(false);
    }
  });
}
