import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Longest wait for a server to listen, and for one to stop, in milliseconds. */
const PATIENCE_MS = 60_000;
const STOP_MS = 15_000;

/** Bytes, and milliseconds of processor time since its start; of a server's processes together. */
export interface Usage {
  rss: number;
  peakRss: number;
  heapUsed: number;
  cpuMs: number;
}

/** A server in a process of its own, under measurement. */
export interface MeasuredServer {
  url: string;
  usage(): Promise<Usage>;
  /** Begins, and ends, to note which functions run; the end tells the file that holds it. */
  profile(step: "begin" | "end"): Promise<string>;
  stop(): Promise<void>;
}

/** What to run: a script of Node's, and the words by which it tells its address. */
export interface ServerCommand {
  script: string;
  /** Flags for Node itself. */
  flags?: string[];
  args?: string[];
  env: NodeJS.ProcessEnv;
  /** The checkout that it is of; this one where nothing is said. */
  cwd?: string;
  /** Finds the address, in its first group, in what the server says. */
  ready: RegExp;
}

/**
 * Starts a server and waits until it tells where it listens.
 * @throws Error with what it said when it ends first or does not come up.
 */
export async function startMeasured({
  script,
  flags = [],
  args = [],
  env,
  cwd,
  ready,
}: ServerCommand): Promise<MeasuredServer> {
  const probe = fileURLToPath(import.meta.resolve("./report-usage.ts"));
  const child = spawn(process.execPath, [...flags, "--import", probe, script, ...args], {
    env,
    cwd,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const stop = () => end(child);
  try {
    const url = await address(child, ready);
    return {
      url,
      usage: () => ask<Usage>(child, "usage"),
      profile: (step) => ask<string>(child, step),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function address(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const fail = (how: string) =>
      reject(new Error(`${child.spawnargs.slice(1).join(" ")} ${how}:\n${said.join("\n")}`));
    const timer = setTimeout(() => fail("did not get ready. It said"), PATIENCE_MS);
    const read = (line: string) => {
      if (said.length < 200) said.push(line);
      const url = ready.exec(line)?.[1];
      if (url) resolve(url.replace("localhost", "127.0.0.1"));
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on("line", read);
    }
    child.once("error", reject);
    child.once("exit", () => fail("ended. It said"));
    child.once("exit", () => clearTimeout(timer));
    timer.unref();
  });
}

/** One question at a time: answers come in order, and nothing else is sent. */
async function ask<Answer>(child: ChildProcess, question: string): Promise<Answer> {
  const gone = new AbortController();
  const leave = () => gone.abort(new Error(`${child.spawnargs.slice(1).join(" ")} ended.`));
  child.once("exit", leave);
  try {
    const answer = once(child, "message", { signal: gone.signal });
    child.send(question);
    return (await answer)[0] as Answer;
  } finally {
    child.off("exit", leave);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await ended;
  clearTimeout(timer);
}
