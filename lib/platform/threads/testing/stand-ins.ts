/** Stand-ins for work on a text that a library cannot bear: it never ends, overflows the stack or fills the memory. */
export function behave(how: "never ends" | "overflows" | "fills the memory" | "throws" | "ends"): string {
  if (how === "throws") throw new Error("no");
  if (how === "overflows") return deeper();
  const kept: number[][] = [];
  while (how === "never ends" || how === "fills the memory")
    if (how === "fills the memory") kept.push(Array.from({ length: 100_000 }, Math.random));
  return how;
}

const deeper = (): string => `${deeper()}.`;
