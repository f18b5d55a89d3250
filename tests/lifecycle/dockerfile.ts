import { readFileSync } from "node:fs";

/** One instruction of a Dockerfile, such as COPY, with its flags and what follows them. */
export interface Instruction {
  name: string;
  flags: Record<string, string>;
  rest: string;
}

/** The stages of a Dockerfile, each from its FROM on. */
export function readStages(file: string): Instruction[][] {
  const stages: Instruction[][] = [];
  for (const instruction of readInstructions(readFileSync(file, "utf8"))) {
    if (instruction.name === "FROM") stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  return stages;
}

/** Lines that end in a backslash go on; what begins with a # is a comment. */
function readInstructions(text: string): Instruction[] {
  const lines = text
    .split("\n")
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join("\n")
    .replaceAll("\\\n", " ")
    .trim()
    .split("\n");
  return lines.map((line) => {
    const [, name = "", after = ""] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    const [given = ""] = /^(--\S+\s+)*/.exec(after) ?? [];
    const flags = [...given.matchAll(/--([\w-]+)=(\S+)/g)].map(([, flag, value]) => [flag, value]);
    return { name, flags: Object.fromEntries(flags), rest: after.slice(given.length).trim() };
  });
}

/** The only instruction of a stage that has this name. */
export function only(stage: readonly Instruction[], name: string): Instruction {
  const [first, ...others] = stage.filter((each) => each.name === name);
  if (!first || others.length > 0)
    throw new Error(`A stage has ${others.length + (first ? 1 : 0)} × ${name}.`);
  return first;
}

/** The words of a command that is run as it is, without a shell. */
export const execForm = ({ rest }: Instruction): string[] => JSON.parse(rest.replace(/^CMD\s+/, ""));

/** The variables that a stage sets. */
export const variables = (stage: readonly Instruction[]): Record<string, string> =>
  Object.fromEntries(
    stage
      .filter(({ name }) => name === "ENV")
      .flatMap(({ rest }) => rest.split(/\s+/).map((pair) => pair.split("=", 2))),
  );

/** A pattern of .dockerignore: unlike a shell's, its stars stand for dots too. */
function toRegExp(pattern: string): RegExp {
  const source = pattern
    .replaceAll(".", "\\.")
    .replaceAll("**/", "(?:.+/)?")
    .replace(/(?<!\.)\*/g, "[^/]*");
  return new RegExp(`^${source}$`);
}

/**
 * Whether a path of the checkout is sent to who builds the image: of the rules of .dockerignore that fit it or a folder
 * around it, the last decides.
 */
export function contextFilter(file: string): (path: string) => boolean {
  const rules = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => !/^\s*(#|$)/.test(line))
    .map((line) => ({ pattern: toRegExp(line.replace(/^!/, "")), isKept: line.startsWith("!") }));
  return (path) => {
    const parts = path.split("/");
    const around = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
    return rules.findLast(({ pattern }) => around.some((each) => pattern.test(each)))?.isKept ?? true;
  };
}
