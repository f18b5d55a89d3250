import { type Dimension, dimensionNames } from "#lib/domain/dimensions.ts";
import type { Scope } from "#lib/domain/scope.ts";

/** What was seen since a day. */
export interface SeenSince {
  n: number;
  bad: number;
  /** The bad ratings that were usual. */
  expected: number;
}

/** The answers with one value in every dimension. */
export interface Cell {
  values: Scope;
  /** Users who rated. */
  raters: number;
  /** Users who met these answers, whether they rated or not. */
  met: number;
  /** Ratings that tell what is usual. */
  usual: number;
  /** By the day on which something may have begun: today, yesterday, and so on. As long for all cells. */
  since: readonly SeenSince[];
}

/** The answers of a scope. */
export interface GroupOfCells {
  scope: Scope;
  /** How many dimensions it names. */
  size: number;
  /** The numbers of its cells. */
  cells: readonly number[];
}

/** All scopes with up to some dimensions that the cells of some values are in. It is the same whatever is counted of them. */
export class CellGroups {
  readonly all: readonly GroupOfCells[];
  /** The numbers of the groups of each cell. */
  readonly ofCell: readonly (readonly number[])[];

  /** @param deepest the most dimensions that a scope names; that of all answers names none. */
  constructor(values: readonly Scope[], deepest: number) {
    const numbers = numberValues(values);
    const known = new Map<number, number>();
    const all: { scope: Scope; size: number; cells: number[] }[] = [];
    this.ofCell = values.map((each, cell) => {
      const own = new Map(dimensionNames.map((name) => [name, numbers.get(`${name} ${each[name]}`) ?? 0]));
      return scopesOf(each, deepest).map((chosen) => {
        let key = 0;
        for (const name of chosen) key = key * (numbers.size + 1) + (own.get(name) ?? 0);
        let at = known.get(key);
        if (at === undefined) {
          at = all.length;
          known.set(key, at);
          all.push({ scope: scopeOf(each, chosen), size: chosen.length, cells: [] });
        }
        all[at]?.cells.push(cell);
        return at;
      });
    });
    this.all = all;
  }
}

/** A number for each value of each dimension, from 1 on: a few of them are one number, which is found faster than texts. */
function numberValues(values: readonly Scope[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const own of values)
    for (const name of dimensionNames) {
      const text = `${name} ${own[name]}`;
      if (own[name] !== undefined && !numbers.has(text)) numbers.set(text, numbers.size + 1);
    }
  return numbers;
}

/** What a group has before what was seen since each day: raters, met, usual. */
const HEAD = 3;

/** The sums of groups of cells, from which cells can be taken away again. They lie in one array: there are very many. */
export class Subtotals {
  readonly #groups: CellGroups;
  readonly #cells: readonly Float64Array[];
  readonly #sums: Float64Array;
  readonly #width: number;
  readonly #gone = new Set<number>();
  readonly starts: number;

  constructor(groups: CellGroups, cells: readonly Cell[]) {
    this.starts = cells[0]?.since.length ?? 0;
    this.#width = HEAD + 3 * this.starts;
    this.#groups = groups;
    this.#cells = cells.map((cell) => this.#row(cell));
    this.#sums = new Float64Array(groups.all.length * this.#width);
    for (const index of cells.keys()) this.#add(index, 1);
  }

  /** Takes the answers of a group away from all groups. */
  takeAway(group: number): void {
    for (const index of this.#groups.all[group]?.cells ?? []) {
      if (this.#gone.has(index)) continue;
      this.#gone.add(index);
      this.#add(index, -1);
    }
  }

  /** Users who rated, and who met a group's answers, and the ratings that tell what is usual of them. */
  headOf(group: number): { raters: number; met: number; usual: number } {
    const at = group * this.#width;
    return { raters: this.#at(at), met: this.#at(at + 1), usual: this.#at(at + 2) };
  }

  /** What was seen of a group since so many days ago. */
  since(group: number, daysAgo: number): SeenSince {
    const at = group * this.#width + HEAD + 3 * daysAgo;
    return { n: this.#at(at), bad: this.#at(at + 1), expected: this.#at(at + 2) };
  }

  #at(place: number): number {
    return this.#sums[place] ?? 0;
  }

  #row({ raters, met, usual, since }: Cell): Float64Array {
    if (since.length !== this.starts)
      throw new Error(`All cells must have as many starts: one has ${since.length}.`);
    return Float64Array.from([
      ...[raters, met, usual],
      ...since.flatMap(({ n, bad, expected }) => [n, bad, expected]),
    ]);
  }

  #add(index: number, sign: 1 | -1): void {
    const row = this.#cells[index];
    if (!row) return;
    for (const group of this.#groups.ofCell[index] ?? []) {
      const at = group * this.#width;
      for (let place = 0; place < this.#width; place++)
        this.#sums[at + place] = (this.#sums[at + place] ?? 0) + sign * (row[place] ?? 0);
    }
  }
}

/** Choices of up to `deepest` of these names. */
function choices(names: readonly Dimension[], deepest: number): Dimension[][] {
  const [first, ...rest] = names;
  if (first === undefined || deepest === 0) return [[]];
  return [...choices(rest, deepest), ...choices(rest, deepest - 1).map((chosen) => [first, ...chosen])];
}

/** The dimensions of the scopes that a cell is in. One without a value is in none by that. */
const scopesOf = (values: Scope, deepest: number): readonly (readonly Dimension[])[] =>
  choicesOf(
    dimensionNames.filter((name) => values[name] !== undefined),
    deepest,
  );

const scopeOf = (values: Scope, chosen: readonly Dimension[]): Scope =>
  Object.fromEntries(chosen.map((name) => [name, values[name]])) as Scope;

const chosenBefore = new Map<string, Dimension[][]>();

/** The same for every cell with values in the same dimensions. */
function choicesOf(names: readonly Dimension[], deepest: number): Dimension[][] {
  const key = `${deepest} ${names.join(" ")}`;
  const known = chosenBefore.get(key) ?? choices(names, deepest);
  chosenBefore.set(key, known);
  return known;
}
