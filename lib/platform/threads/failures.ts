import { sha256Hex } from "#lib/platform/ids.ts";
import type { WorkFailed } from "./work-failed.ts";

interface Failure {
  size: number;
  hash: string;
  failed: WorkFailed;
}

/**
 * What failed, so that it is not tried again: the newest. An input is written out and hashed, which of ten megabytes holds
 * the thread for a tenth of a second, only where work of its size has failed before.
 */
export class Failures {
  readonly #most: number;
  readonly #known: Failure[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** How the same work on the same input has failed. */
  find(work: object, input: unknown, size: number): WorkFailed | undefined {
    const ofSize = this.#known.filter((one) => one.size === size);
    if (ofSize.length === 0) return undefined;
    const hash = hashOf(work, input);
    return ofSize.find((one) => one.hash === hash)?.failed;
  }

  remember(work: object, input: unknown, size: number, failed: WorkFailed): void {
    if (this.#known.length >= this.#most) this.#known.shift();
    this.#known.push({ size, hash: hashOf(work, input), failed });
  }
}

const hashOf = (work: object, input: unknown): string => sha256Hex(JSON.stringify([work, input]));
