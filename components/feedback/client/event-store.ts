import type { QueuedEvent } from "./event.ts";

/** Where a queue keeps its events beyond the page. Nothing of it throws: what cannot be kept is kept in memory only. */
export interface EventStore {
  /** Keeps the event; tells whether it will outlive the page. */
  put(event: QueuedEvent): Promise<boolean>;
  remove(events: readonly Pick<QueuedEvent, "key">[]): Promise<void>;
  /** Takes over the events of pages that are gone, oldest first. */
  adopt(): Promise<QueuedEvent[]>;
  /** Leaves what is kept to whoever adopts it next. */
  leave(): void;
}

/** Keeps nothing, for where there is nothing to keep it in. */
export const noStore: EventStore = {
  put: async () => false,
  remove: async () => {},
  adopt: async () => [],
  leave: () => {},
};
