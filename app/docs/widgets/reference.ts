import json from "#components/docs/reference.json" with { type: "json" };
import type {
  ComponentReference,
  HookReference,
  Reference,
  TypeReference,
} from "#components/docs/reference.ts";

/** What the package gives out, as `npm run accept-surface` has read it from the sources. */
export const reference: Reference = json;

/** @throws Error when the package has no such component */
export const componentNamed = (name: string): ComponentReference => named(reference.components, name);

/** @throws Error when the package has no such hook */
export const hookNamed = (name: string): HookReference => named(reference.hooks, name);

/** @throws Error when the package has no such interface */
export const typeNamed = (name: string): TypeReference => named(reference.types, name);

function named<Item extends { name: string }>(items: readonly Item[], name: string): Item {
  const found = items.find((item) => item.name === name);
  if (!found) throw new Error(`The package does not export ${name}.`);
  return found;
}
