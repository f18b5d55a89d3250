import { promptPath } from "../prompts/prompt-link.ts";
import { withParams } from "../url/address.ts";

/** What the bench of a prompt shows. */
export interface BenchPlace {
  /** The version that would be run. */
  version?: string;
  /** The run that is shown; the newest where absent. */
  run?: string;
  /** Where its rows begin. */
  offset?: number;
  /** Whether changed words are marked. */
  differences?: boolean;
}

/** A prompt's bench. */
export const benchLink = (
  base: string,
  template: string,
  { version, run, offset, differences }: BenchPlace = {},
): string =>
  withParams(`${promptPath(base, template)}/bench`, new URLSearchParams(), {
    version: version ?? null,
    run: run ?? null,
    offset: offset ? String(offset) : null,
    differences: differences ? "1" : null,
  });
