/** Stand-ins for work on a text that a library cannot bear. */

export const ends = (): string => "ends";

export function neverEnds(): never {
  for (;;);
}

export const overflows = (): string => `${overflows()}.`;

export function fillsTheMemory(): never {
  for (const kept: number[][] = []; ; ) kept.push(Array.from({ length: 100_000 }, Math.random));
}

export function throwsLater(): string {
  setTimeout(() => {
    throw new Error("too late");
  });
  return "ends";
}

export function throws(): never {
  throw new Error("no");
}
