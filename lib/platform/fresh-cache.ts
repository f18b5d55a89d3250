/** What a cache keeps, and how much of it. */
export interface FreshCacheOptions<Value> {
  /** How long a value is kept, in milliseconds. */
  freshMs: number;
  /** Maximum number of values; the oldest go first. */
  most: number;
  /** Whether a value that was read is kept at all, because of its size for example. Everything is by default. */
  keeps?: (value: Value) => boolean;
}

/** Keeps what was read for a short time, and reads it once however many ask meanwhile. */
export class FreshCache<Value> {
  readonly #options: FreshCacheOptions<Value>;
  readonly #kept = new Map<string, { at: number; value: Promise<Value> }>();

  constructor(options: FreshCacheOptions<Value>) {
    this.#options = options;
  }

  /** The value of a key, read unless it is kept. What fails is not kept. */
  read(key: string, read: () => Promise<Value>): Promise<Value> {
    // Not the system clock, which can be set back: a value would stay.
    const at = performance.now();
    const there = this.#kept.get(key);
    if (there && at - there.at < this.#options.freshMs) return there.value;
    const value = read();
    this.#kept.delete(key);
    this.#kept.set(key, { at, value });
    const drop = () => {
      if (this.#kept.get(key)?.value === value) this.#kept.delete(key);
    };
    const { keeps = () => true, most } = this.#options;
    value.then((made) => keeps(made) || drop(), drop);
    if (this.#kept.size > most) this.#kept.delete(this.#kept.keys().next().value as string);
    return value;
  }

  /** Forgets keys, all by default. What is being read meanwhile is not kept either. */
  forget(isGone: (key: string) => boolean = () => true): void {
    for (const key of this.#kept.keys()) if (isGone(key)) this.#kept.delete(key);
  }
}
