import { idSchema } from "#lib/domain/fields.ts";

/** The name in a segment of an address, as of a prompt or a feature; null where nothing can be called so. */
export function nameOfAddress(segment: string): string | null {
  try {
    return idSchema.safeParse(decodeURIComponent(segment)).data ?? null;
  } catch {
    // Not every "%" begins a character.
    return null;
  }
}
