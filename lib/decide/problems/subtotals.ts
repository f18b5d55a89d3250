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

/** The sums of a group's cells. */
interface GroupSums {
  raters: number;
  met: number;
  usual: number;
  since: SeenSince[];
}

/** The answers of a scope. */
export interface GroupOfCells {
  scope: Scope;
  /** The numbers of its cells. */
  cells: number[];
  sums: GroupSums;
}

/** The sums of all scopes with up to some dimensions, from which cells can be taken away again. */
export class Subtotals {
  readonly all: GroupOfCells[] = [];
  readonly #cells: readonly Cell[];
  /** The groups of each cell. */
  readonly #groups: GroupOfCells[][];
  readonly #gone = new Set<number>();

  /** @param deepest the most dimensions that a scope names; that of all answers names none. */
  constructor(cells: readonly Cell[], deepest: number) {
    this.#cells = cells;
    const known = new Map<string, GroupOfCells>();
    const starts = cells[0]?.since.length ?? 0;
    this.#groups = cells.map((cell, index) =>
      scopesOf(cell.values, deepest).map(({ key, scope }) => {
        const group = known.get(key) ?? { scope: scope(), cells: [], sums: noSums(starts) };
        known.set(key, group);
        group.cells.push(index);
        add(group.sums, cell, 1);
        return group;
      }),
    );
    this.all = [...known.values()];
  }

  /** Takes the answers of a group away from all groups. */
  takeAway(group: GroupOfCells): void {
    for (const index of group.cells) {
      const cell = this.#cells[index];
      if (!cell || this.#gone.has(index)) continue;
      this.#gone.add(index);
      for (const each of this.#groups[index] ?? []) add(each.sums, cell, -1);
    }
  }
}

const noSums = (starts: number): GroupSums => ({
  raters: 0,
  met: 0,
  usual: 0,
  since: Array.from({ length: starts }, () => ({ n: 0, bad: 0, expected: 0 })),
});

function add(sums: GroupSums, cell: Cell, sign: 1 | -1): void {
  sums.raters += sign * cell.raters;
  sums.met += sign * cell.met;
  sums.usual += sign * cell.usual;
  for (const [at, seen] of cell.since.entries()) {
    const total = sums.since[at];
    if (!total) throw new Error(`All cells must have as many starts: one has ${cell.since.length}.`);
    total.n += sign * seen.n;
    total.bad += sign * seen.bad;
    total.expected += sign * seen.expected;
  }
}

/** Choices of up to `deepest` of these names. */
function choices(names: readonly Dimension[], deepest: number): Dimension[][] {
  const [first, ...rest] = names;
  if (first === undefined || deepest === 0) return [[]];
  return [...choices(rest, deepest), ...choices(rest, deepest - 1).map((chosen) => [first, ...chosen])];
}

/** The scopes that a cell is in. A dimension without a value is in none by that. */
function scopesOf(values: Scope, deepest: number): { key: string; scope: () => Scope }[] {
  const named = dimensionNames.filter((name) => values[name] !== undefined);
  return choicesOf(named, deepest).map((chosen) => ({
    key: chosen.map((name) => `${name}\0${values[name]}`).join("\0"),
    scope: () => Object.fromEntries(chosen.map((name) => [name, values[name]])) as Scope,
  }));
}

const chosenBefore = new Map<string, Dimension[][]>();

/** The same for every cell with values in the same dimensions. */
function choicesOf(names: readonly Dimension[], deepest: number): Dimension[][] {
  const key = `${deepest} ${names.join(" ")}`;
  const known = chosenBefore.get(key) ?? choices(names, deepest);
  chosenBefore.set(key, known);
  return known;
}
