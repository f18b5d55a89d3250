import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { refreshMetrics } from "#lib/evaluate/metrics/index.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import { type LineReader, refusedLine } from "./line-content.ts";
import type { Progress } from "./progress.ts";
import { readApiLine } from "./read-api-line.ts";
import { type Line, readLines } from "./read-lines.ts";
import { readOasstLine } from "./read-oasst-line.ts";
import { type KnownInteractions, type ReadLine, type Refusal, storeLines } from "./store-lines.ts";
import { addTallies, emptyTally, type Tally } from "./tally.ts";

const stateSchema = z.object({
  from: z.string(),
  /** The byte offset of the next line. */
  offset: z.int().min(0),
  /** Lines before it. */
  lines: z.int().min(0),
  tally: z.object({
    interactions: z.int(),
    ratings: z.int(),
    preferences: z.int().default(0),
    present: z.int(),
    waiting: z.int().default(0),
    refusedLines: z.int(),
  }),
});

/** The position of an import after its last stored batch. */
type ImportState = z.infer<typeof stateSchema>;

/** The checkpoint file for importing a file's content into a project. */
const statePath = (dataDir: string, fileHash: string, projectId: string): string =>
  join(dataDir, "imports", `${fileHash}-${projectId}.json`);

/** Where an earlier run of the same import stopped; null if there was none or its checkpoint is unreadable. */
async function loadState(path: string, from: string): Promise<ImportState | null> {
  const text = await readFile(path, "utf8").catch(() => "null");
  try {
    const state = stateSchema.parse(JSON.parse(text));
    return state.from === from ? state : null;
  } catch {
    // Starting over is always safe: existing rows are found by id.
    return null;
  }
}

/**
 * Saves the position of an import. Written to a temporary file and renamed, so that a crash leaves the old or the new
 * checkpoint.
 */
async function saveState(path: string, state: ImportState): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(state));
  await rename(`${path}.new`, path);
}

/** Deletes the checkpoint of a completed import. */
const removeState = (path: string): Promise<void> => rm(path, { force: true });

const readers = { api: readApiLine, oasst: readOasstLine } satisfies Record<string, LineReader>;

/** The kinds of file that can be imported. */
export type HistoryFormat = keyof typeof readers;

/** Whether this is a supported kind of file. */
export const isHistoryFormat = (name: string): name is HistoryFormat => Object.hasOwn(readers, name);

/** What to import, where to, and progress callbacks. */
export interface ImportRequest {
  file: string;
  from: HistoryFormat;
  project: ProjectContext;
  /** The data folder, where the checkpoint of an interrupted import is stored. */
  dataDir: string;
  findKnown: KnownInteractions;
  /** Called once before the first line is read, with the starting position. */
  onStart?(start: Progress): Promise<void> | void;
  /** Called after each stored batch. */
  onProgress?(progress: Progress): void;
  /** Called with rejected lines before the batch counts as done. */
  onRefused?(refusals: readonly Refusal[]): Promise<void> | void;
  /** Stops the import after the current batch. */
  signal?: AbortSignal;
}

/** The result of an import; `finished` is false if it was stopped and can be resumed. */
export interface ImportSummary {
  tally: Tally;
  lines: number;
  finished: boolean;
}

/** Maximum lines and bytes of a batch: large enough to be fast, small enough for memory. */
const BATCH_LINES = 500;
const BATCH_BYTES = 2_000_000;

/**
 * Imports a JSON lines file of interactions and ratings. An interrupted import resumes after its last stored batch;
 * importing a file again changes nothing.
 */
export async function importHistory(request: ImportRequest): Promise<ImportSummary> {
  const file = await identifyFile(request.file);
  const path = statePath(request.dataDir, file.hash, request.project.projectId);
  let state = (await loadState(path, request.from)) ?? begin(request.from);
  await request.onStart?.(progressOf(state, file));
  for await (const batch of batches(readLines(request.file, state.offset, state.lines + 1), state.offset)) {
    if (request.signal?.aborted) return { tally: state.tally, lines: state.lines, finished: false };
    state = await storeBatch(request, file, state, batch);
    await saveState(path, state);
    request.onProgress?.(progressOf(state, file));
  }
  await refreshMetrics(request.project.projectId);
  await removeState(path);
  return { tally: state.tally, lines: state.lines, finished: true };
}

const begin = (from: HistoryFormat): ImportState => ({ from, offset: 0, lines: 0, tally: emptyTally });

const progressOf = ({ offset, lines }: ImportState, { size }: FileIdentity): Progress => ({
  bytes: offset,
  size,
  lines,
});

async function storeBatch(
  request: ImportRequest,
  file: FileIdentity,
  state: ImportState,
  batch: readonly Line[],
): Promise<ImportState> {
  const lines = batch.flatMap((line) => readLine(readers[request.from], file, line));
  const { tally, refusals } = await storeLines(request.project, lines, request.findKnown);
  if (refusals.length > 0) await request.onRefused?.(refusals);
  return {
    ...state,
    offset: batch.at(-1)?.end ?? state.offset,
    lines: batch.at(-1)?.number ?? state.lines,
    tally: addTallies(state.tally, tally),
  };
}

/** The content of a line; empty lines are allowed. */
function readLine(read: LineReader, file: FileIdentity, { number, text, fault }: Line): ReadLine[] {
  if (text === null) return [{ number, ...refusedLine(fault ?? "cannot be read") }];
  if (text === "") return [];
  return [{ number, ...read(text, `import-${file.hash}-${number}`) }];
}

async function* batches(lines: AsyncIterable<Line>, offset: number): AsyncGenerator<Line[]> {
  let batch: Line[] = [];
  let start = offset;
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < BATCH_LINES && line.end - start < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    start = line.end;
  }
  if (batch.length > 0) yield batch;
}

/** Identifies a file by content: 32 hexadecimal digits of its SHA-256, and its size in bytes. */
interface FileIdentity {
  hash: string;
  size: number;
}

/** Reads a file once to compute its identity. */
async function identifyFile(path: string): Promise<FileIdentity> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { hash: hash.digest("hex").slice(0, 32), size };
}
