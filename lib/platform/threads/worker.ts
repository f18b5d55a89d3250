import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort } from "node:worker_threads";

/** What a thread is asked to do: a function of a file, with one argument. */
export interface Asked {
  file: string;
  name: string;
  input: unknown;
}

/** What a thread says of it; `unloaded` where the function could not be had, which says nothing about its argument. */
export type Told = { value: unknown } | { error: string } | { unloaded: string };

// A thread of a pool: does one piece of work after the other and tells what came of each.
yieldToOthers();
parentPort?.on("message", async (asked: Asked) => parentPort?.postMessage(await attempt(asked)));

async function attempt({ file, name, input }: Asked): Promise<Told> {
  const work = await load(file, name);
  if (typeof work === "string") return { unloaded: work };
  try {
    return { value: await work(input) };
  } catch (error) {
    return { error: String(error) };
  }
}

/** @returns the function, or why it cannot be had. */
async function load(file: string, name: string): Promise<((input: unknown) => unknown) | string> {
  try {
    const module = (await import(pathToFileURL(file).href)) as Record<string, (input: unknown) => unknown>;
    return module[name] ?? `${file} exports no ${name}`;
  } catch (error) {
    return String(error);
  }
}

/** Where cores are few, requests go first: a third of a request's share. On Linux every thread has a priority of its own. */
function yieldToOthers(): void {
  try {
    setPriority(Number(basename(readlinkSync("/proc/thread-self"))), 5);
  } catch {
    // Elsewhere all threads are equal.
  }
}
