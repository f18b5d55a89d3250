import type { SubmitHooks } from "../adapter/adapter.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";
import type { EventReceipt, LostEvent, QueueCounts, QueuedEvent } from "./event.ts";
import type { EventStore } from "./event-store.ts";
import { type LocalRefusal, localRefusal } from "./local-refusal.ts";
import { feedbackFirst, mustWait, nextBatch } from "./next-batch.ts";
import {
  type Added,
  added,
  adopted,
  emptyQueue,
  handedOver,
  type QueueLimits,
  removed,
  sending,
  urged,
} from "./queue-state.ts";
import type { Send } from "./send-events.ts";
import { settleBatch } from "./settle-batch.ts";
import { timer } from "./timer.ts";
import { callSafely, type Deferred, deferred } from "./waiter.ts";

/** What a queue depends on. */
export interface QueueHost {
  send: Send;
  store: EventStore;
  limits: QueueLimits;
  /** The largest event that the server accepts. */
  eventBytes: number;
  online(): boolean;
  /**
   * Whether an event that is due immediately ends a pause after failures: a click does, the next of many logs
   * does not.
   */
  impatient: boolean;
  random(): number;
  onDropped?: ((events: LostEvent[]) => void) | undefined;
  onRefused?: ((event: LostEvent, refusal: FeedbackRefused) => void) | undefined;
}

/** How long after a hand-over to send an event again, if it was not acknowledged. */
const AGAIN_AFTER_MS = 30_000;

/**
 * Sends events to the server: each until it is acknowledged, rejected or dropped, and always as the same
 * event.
 */
export class EventQueue {
  readonly #host: QueueHost;
  readonly #timer = timer();
  readonly #waiters = new Map<string, Deferred>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #handedOver = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #state: Added["state"];
  #closed = false;

  constructor(host: QueueHost) {
    this.#host = host;
    this.#state = emptyQueue(host.limits);
  }

  /** Queues the event. The promise settles with the server's response; it does not have to be awaited. */
  add(event: QueuedEvent, hooks: SubmitHooks = {}): Promise<EventReceipt> {
    const known = this.#waiters.get(event.key);
    if (known) {
      known.hooks.push(hooks);
      return known.promise;
    }
    const asked = deferred(hooks);
    const unfit = unfitness(event, this.#host.eventBytes);
    if (this.#closed) asked.reject(localRefusal("closed"));
    else if (unfit) this.#refuse(event, asked, unfit);
    else this.#take(event, asked);
    return asked.promise;
  }

  /** Stores an event beyond the page without sending it, for the page that adopts this one's events. */
  keep(event: QueuedEvent): void {
    if (!this.#closed && !unfitness(event, this.#host.eventBytes) && !this.#waiters.has(event.key))
      void this.#host.store.put(event);
  }

  /** Deletes a stored event, unless it is being sent. */
  forget(key: string): void {
    if (!this.#state.waiting.some((waiting) => waiting.key === key)) void this.#host.store.remove([{ key }]);
  }

  /** The outcomes so far. */
  counts(): QueueCounts {
    return { ...this.#state.counts, queued: this.#state.waiting.length };
  }

  /** Calls `listener` after each change of the counts. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Withdraws an event; true if the server cannot have received it. Waits for a request that contains it. */
  async withdraw(key: string): Promise<boolean> {
    await this.#running.get(key);
    const event = this.#state.waiting.find((waiting) => waiting.key === key);
    if (!event) return false;
    this.#state = removed(this.#state, [event]);
    this.#giveUp([event], "withdrawn");
    this.#tell();
    return !event.maybeSent;
  }

  /** Takes over the events of earlier pages. */
  async adopt(): Promise<void> {
    const events = await this.#host.store.adopt();
    if (events.length === 0 || this.#closed) return;
    this.#put(adopted(this.#state, events, this.#host.limits));
  }

  /** Retries immediately, unless the server asked to wait. */
  wake(): void {
    this.#state = urged(this.#state, performance.now());
    this.#pump();
  }

  /** Lets `hand` pass on queued events in a way that brings no response; they stay until there is one. */
  handOver(hand: (events: readonly QueuedEvent[]) => readonly QueuedEvent[]): void {
    const now = performance.now();
    if (this.#state.waitAsked && this.#state.notBefore > now) return;
    const { waiting, underWay } = this.#state;
    const free = waiting.filter(
      (event) =>
        !underWay.has(event.key) && !this.#handedOver.has(event.key) && !mustWait(this.#state, event, now),
    );
    const handed = hand(feedbackFirst(free));
    for (const { key } of handed) this.#handedOver.add(key);
    this.#state = handedOver(this.#state, handed, now + AGAIN_AFTER_MS);
  }

  /** Sends everything now; true if everything queued before was answered within the timeout. */
  flush(timeoutMs: number): Promise<boolean> {
    const keys = new Set(this.#state.waiting.map(({ key }) => key));
    this.wake();
    return new Promise((resolve) => {
      const finish = (all: boolean) => {
        // setTimeout instead of timer(): awaiting this keeps the process alive.
        clearTimeout(patience);
        stop();
        resolve(all);
      };
      const check = () => {
        if (!this.#state.waiting.some(({ key }) => keys.has(key))) finish(true);
      };
      const stop = this.subscribe(check);
      const patience = setTimeout(() => finish(false), timeoutMs);
      check();
    });
  }

  /** Flushes and accepts no more; the rest is dropped, unless it is stored beyond the page. */
  async close(timeoutMs: number): Promise<boolean> {
    this.#closed = true;
    const all = await this.flush(timeoutMs);
    this.#timer.clear();
    const { waiting } = this.#state;
    const kept = await Promise.all(waiting.map(({ key }) => this.#waiters.get(key)?.durable ?? true));
    const lost = waiting.filter((_, index) => !kept[index]);
    for (const { key } of waiting) this.#waiters.get(key)?.reject(localRefusal("closed"));
    const counts = { ...this.#state.counts, dropped: this.#state.counts.dropped + lost.length };
    this.#state = { ...removed(this.#state, waiting), counts };
    this.#host.store.leave();
    if (lost.length > 0) callSafely(() => this.#host.onDropped?.(lost.map(lostEvent)));
    this.#tell();
    return all;
  }

  #take(event: QueuedEvent, asked: Deferred): void {
    this.#waiters.set(event.key, asked);
    const { impatient } = this.#host;
    const endsPause = impatient && event.dueAt <= performance.now() && !this.#state.waitAsked;
    const before = endsPause ? { ...this.#state, notBefore: 0 } : this.#state;
    if (before.waiting.some(({ key }) => key === event.key)) {
      // Taken over from an earlier page, whose next visit asks for the outcome.
      asked.durable = Promise.resolve(true);
      this.#put({ state: before, dropped: [], superseded: [] });
      return;
    }
    asked.durable = this.#host.store.put(event);
    this.#put(added(before, event, this.#host.limits), asked);
  }

  #refuse(event: QueuedEvent, asked: Deferred, why: LocalRefusal): void {
    const refusal = localRefusal(why);
    const { counts } = this.#state;
    this.#state = { ...this.#state, counts: { ...counts, refused: counts.refused + 1 } };
    asked.reject(refusal);
    callSafely(() => this.#host.onRefused?.(lostEvent(event), refusal));
    this.#tell();
  }

  #put({ state, dropped, superseded }: Added, latest?: Deferred): void {
    this.#state = state;
    // A longer log of an answer is the same answer: whoever logged a part of it gets the outcome of the rest.
    for (const { type, key } of superseded)
      if (latest && type === "interaction") this.#settle(key, (asked) => asked.resolve(latest.promise));
    this.#giveUp(superseded, "superseded");
    this.#giveUp(dropped, "dropped");
    if (dropped.length > 0) callSafely(() => this.#host.onDropped?.(dropped.map(lostEvent)));
    this.#pump();
    this.#tell();
  }

  #giveUp(events: readonly QueuedEvent[], why: LocalRefusal): void {
    if (events.length === 0) return;
    void this.#host.store.remove(events);
    for (const { key } of events) this.#settle(key, (asked) => asked.reject(localRefusal(why)));
  }

  #settle(key: string, how: (asked: Deferred) => void): void {
    const asked = this.#waiters.get(key);
    this.#waiters.delete(key);
    this.#handedOver.delete(key);
    if (asked) how(asked);
  }

  #pump(): void {
    const now = performance.now();
    const decide = () => nextBatch(this.#state, this.#host.limits, now, this.#host.online());
    let next = decide();
    while (typeof next === "object" && "send" in next) {
      this.#state = sending(this.#state, next.send);
      const request = this.#request(next.send);
      for (const { key } of next.send) this.#running.set(key, request);
      next = decide();
    }
    if (next === "idle") this.#timer.clear();
    else this.#timer.set(next.at - now, () => this.#pump());
  }

  async #request(batch: readonly QueuedEvent[]): Promise<void> {
    const answer = await this.#host.send(batch);
    const { random, limits, store } = this.#host;
    const settled = settleBatch(this.#state, batch, answer, limits, { now: performance.now(), random });
    this.#state = settled.state;
    for (const { key } of batch) this.#running.delete(key);
    void store.remove([...settled.stored, ...settled.refused].map(({ event }) => event));
    for (const { event, receipt } of settled.stored)
      this.#settle(event.key, (asked) => asked.resolve(receipt));
    for (const { event, refusal } of settled.refused) {
      this.#settle(event.key, (asked) => asked.reject(refusal));
      callSafely(() => this.#host.onRefused?.(lostEvent(event), refusal));
    }
    const offline = !this.#host.online();
    for (const { event } of settled.kept)
      this.#waiters.get(event.key)?.tellKept(offline, () => this.#waiters.has(event.key));
    this.#pump();
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) callSafely(listener);
  }
}

/** Why an event cannot be sent at all, if so. */
function unfitness({ json, bytes }: QueuedEvent, mostBytes: number): LocalRefusal | null {
  if (json === "") return "not_json";
  return bytes > mostBytes ? "too_large" : null;
}

const lostEvent = ({ type, id, interactionId }: QueuedEvent): LostEvent => ({ type, id, interactionId });
