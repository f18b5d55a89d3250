import fc from "fast-check";
import { oddName, oddPiece, oddValue } from "./odd-values.ts";

/** One thing done to a body, somewhere in it. */
export type Mutation =
  | { how: "replace"; where: number; value: unknown }
  | { how: "add"; where: number; name: string; value: unknown }
  | { how: "wrap" | "remove"; where: number }
  /** A text with a piece in front that does not belong there. */
  | { how: "taint"; where: number; piece: string }
  /** An item once more; or until there are so many. */
  | { how: "repeat"; where: number; upTo: number };

const where = fc.nat();

const spoiling: fc.Arbitrary<Mutation> = fc.oneof(
  { arbitrary: fc.record({ how: fc.constant("replace" as const), where, value: oddValue }), weight: 6 },
  {
    arbitrary: fc.record({ how: fc.constant("add" as const), where, name: oddName, value: oddValue }),
    weight: 4,
  },
  { arbitrary: fc.record({ how: fc.constantFrom("wrap" as const, "remove" as const), where }), weight: 4 },
  { arbitrary: fc.record({ how: fc.constant("taint" as const), where, piece: oddPiece }), weight: 6 },
  {
    arbitrary: fc.record({
      how: fc.constant("repeat" as const),
      where,
      upTo: fc.oneof({ arbitrary: fc.constant(0), weight: 9 }, fc.constantFrom(1_000, 1_001)),
    }),
    weight: 2,
  },
);

/** What can be done to a body to leave what the schema allows; half of the time nothing. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.oneof(
  fc.constant<Mutation[]>([]),
  fc.array(spoiling, { minLength: 1, maxLength: 3 }),
);

/** A copy of a JSON value with things done to it. */
export function mutate(body: unknown, list: readonly Mutation[]): unknown {
  const root = { body: structuredClone(body) };
  for (const each of list) apply(root, each);
  return root.body;
}

type Container = Record<string, unknown> | unknown[];

/** A field or an item, by what holds it. */
interface Place {
  holder: Container;
  name: string;
}

function apply(root: Container, spoiling: Mutation): void {
  const places = [...placesIn(root)].filter((each) => fits(spoiling, each));
  const place = places[spoiling.where % places.length];
  if (!place) return;
  const { holder, name } = place;
  const value = Reflect.get(holder, name);
  // A copy each time: the same odd value may be put into itself.
  if (spoiling.how === "replace") put(holder, name, structuredClone(spoiling.value));
  else if (spoiling.how === "wrap") put(holder, name, [value]);
  else if (spoiling.how === "remove") remove(holder, name);
  else if (spoiling.how === "repeat") repeat(holder as unknown[], value, spoiling.upTo);
  else if (spoiling.how === "taint") put(holder, name, `${spoiling.piece}${value}`);
  else if (spoiling.how === "add" && isContainer(value) && !Array.isArray(value))
    put(value, spoiling.name, structuredClone(spoiling.value));
}

function fits({ how }: Mutation, { holder, name }: Place): boolean {
  if (how === "repeat") return Array.isArray(holder);
  return how !== "taint" || typeof Reflect.get(holder, name) === "string";
}

function repeat(list: unknown[], value: unknown, upTo: number): void {
  do list.push(value);
  while (list.length < upTo);
}

function* placesIn(holder: Container): Generator<Place> {
  for (const [name, value] of Object.entries(holder)) {
    yield { holder, name };
    if (isContainer(value)) yield* placesIn(value);
  }
}

const isContainer = (value: unknown): value is Container => typeof value === "object" && value !== null;

/** Also under the name __proto__, which an assignment would take for something else. */
const put = (holder: Container, name: string, value: unknown): void =>
  void Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });

const remove = (holder: Container, name: string): void => {
  if (Array.isArray(holder)) holder.splice(Number(name), 1);
  else delete holder[name];
};
