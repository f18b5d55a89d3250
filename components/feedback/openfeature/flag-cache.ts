import type { FeedbackRefused } from "../adapter/refusal.ts";
import { backoffMs } from "../client/backoff.ts";
import { fetchJson, type JsonSource } from "../client/fetch-json.ts";
import { timer } from "../client/timer.ts";
import { changedFlags, type Flag, type Flags, readFlags } from "./flag.ts";

/** What a cache of flags depends on, and whom it tells. */
export interface FlagCacheHost {
  source: JsonSource;
  /** How often the server is asked, in milliseconds. */
  refreshMs: number;
  /** How long flags are current without a word from the server, in milliseconds. */
  staleAfterMs: number;
  random(): number;
  onChanged(names: string[]): void;
  onStale(refusal: FeedbackRefused): void;
  /** They are current after they were not: the server could not be reached at first, or for long. */
  onCurrent(): void;
}

/** A project's flags, kept in memory and refreshed in the background. Nothing of it throws. */
export class FlagCache {
  readonly #host: FlagCacheHost;
  readonly #timer = timer();
  #flags: Flags | null = null;
  /** When the server last answered, by a clock that no one can set. */
  #confirmedAt = Number.NEGATIVE_INFINITY;
  #failures = 0;
  #state: "empty" | "current" | "stale" = "empty";
  #underWay: Promise<FeedbackRefused | null> | null = null;
  #closed = false;

  constructor(host: FlagCacheHost) {
    this.#host = host;
  }

  /** Whether there are any flags yet. */
  get isFilled(): boolean {
    return this.#flags !== null;
  }

  /** Whether the server has been silent for so long that the flags may be out of date. */
  get isStale(): boolean {
    return performance.now() - this.#confirmedAt >= this.#host.staleAfterMs;
  }

  /** A flag. A process that was asleep asks for newer ones, without waiting for them. */
  find(name: string): Flag | undefined {
    if (this.isStale && this.#failures === 0 && !this.#closed) void this.refresh();
    return this.#flags?.get(name);
  }

  /** Asks the server now, and then again and again. Resolves with what went wrong, or null. */
  refresh(): Promise<FeedbackRefused | null> {
    this.#underWay ??= this.#ask().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  close(): void {
    this.#closed = true;
    this.#timer.clear();
  }

  async #ask(): Promise<FeedbackRefused | null> {
    const answer = await fetchJson(this.#host.source, { path: "/api/flags", etag: null, read: readFlags });
    if (this.#closed) return null;
    const refusal = "refusal" in answer ? answer.refusal : null;
    this.#failures = refusal ? this.#failures + 1 : 0;
    this.#askAgain(refusal);
    if (refusal) this.#miss(refusal);
    else if ("value" in answer) this.#take(answer.value);
    return refusal;
  }

  #askAgain(refusal: FeedbackRefused | null): void {
    const { refreshMs, random } = this.#host;
    const wait = refusal ? backoffMs(this.#failures, random, refusal.retryAfterSeconds) : 0;
    this.#timer.set(Math.max(refreshMs, wait), () => void this.refresh());
  }

  #take(flags: Flags): void {
    const before = this.#flags;
    this.#flags = flags;
    this.#confirmedAt = performance.now();
    const wasLate = this.#state === "stale";
    this.#state = "current";
    if (wasLate) this.#host.onCurrent();
    const changed = before ? changedFlags(before, flags) : [];
    if (changed.length > 0) this.#host.onChanged(changed);
  }

  #miss(refusal: FeedbackRefused): void {
    const isNews = this.#state === "current" && this.isStale;
    if (isNews || this.#state === "empty") this.#state = "stale";
    if (isNews) this.#host.onStale(refusal);
  }
}
