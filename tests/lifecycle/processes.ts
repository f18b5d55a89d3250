import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A process of a test, and what it said. */
export interface TestProcess {
  child: ChildProcess;
  lines: string[];
  /** Waits for a line and gives its match. */
  said(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Ends it and waits for that. */
  end(signal: NodeJS.Signals): Promise<void>;
}

const started: TestProcess[] = [];

/** Starts a TypeScript file as a process of its own, in this checkout or in another folder. */
export function run(file: string, args: string[], env: Record<string, string> = {}, cwd = "."): TestProcess {
  const child = spawn(process.execPath, [file, ...args], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const look = () => {
    for (const each of waiting) each();
  };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      look();
    });
  }
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const test: TestProcess = {
    child,
    lines,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const match = lines.map((line) => line.match(pattern)).find((found) => found !== null);
          if (!match) return;
          waiting.delete(check);
          resolve(match);
        };
        waiting.add(check);
        void closed.then(() => reject(new Error(`It ended without saying ${pattern}:\n${lines.join("\n")}`)));
        check();
      }),
    end: async (signal) => {
      child.kill(signal);
      await closed;
    },
  };
  started.push(test);
  return test;
}

/** Ends whatever a failed test left running. */
export async function endAll(): Promise<void> {
  await Promise.all(started.splice(0).map((each) => each.end("SIGTERM")));
}

/** Asks again until the answer is yes, for as long as two processes need to start on two busy cores. */
export async function until(question: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + 90_000;
  while (!(await question())) {
    if (performance.now() > deadline) throw new Error(`Never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
