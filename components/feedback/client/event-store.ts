import type { QueuedEvent } from "./event.ts";

/**
 * Where a queue stores its events beyond the page. Never throws: what cannot be stored is only kept in
 * memory.
 */
export interface EventStore {
  /** Stores the event; returns whether it will outlive the page. */
  put(event: QueuedEvent): Promise<boolean>;
  remove(events: readonly Pick<QueuedEvent, "key">[]): Promise<void>;
  /** Takes over the events of closed pages, oldest first. */
  adopt(): Promise<QueuedEvent[]>;
  /** Leaves the stored events to the next page that adopts them. */
  leave(): void;
}

/** Stores nothing, for environments without storage. */
export const noStore: EventStore = {
  put: async () => false,
  remove: async () => {},
  adopt: async () => [],
  leave: () => {},
};
