/** How often to print progress if lines cannot be overwritten, in milliseconds. */
const QUIET = 5_000;

/** A line on standard error that shows a command's progress, and permanent lines of text. */
export interface LiveLine {
  show(text: string): void;
  note(text: string): void;
  /** Keeps the last line. */
  end(): void;
}

/** On a terminal, one line that is overwritten; elsewhere (in a log), a new one every few seconds. */
export function liveLine(stream: NodeJS.WriteStream = process.stderr): LiveLine {
  return stream.isTTY ? overwritten(stream) : appended(stream);
}

function overwritten(stream: NodeJS.WriteStream): LiveLine {
  let last = "";
  const draw = (text: string) => {
    stream.write(`\r\x1b[2K${text.slice(0, stream.columns - 1)}`);
    last = text;
  };
  return {
    show: draw,
    note: (text) => {
      stream.write(`\r\x1b[2K${text}\n`);
      if (last) draw(last);
    },
    end: () => {
      if (last) stream.write("\n");
      last = "";
    },
  };
}

function appended(stream: NodeJS.WriteStream): LiveLine {
  let shownAt = performance.now();
  return {
    show: (text) => {
      if (performance.now() - shownAt < QUIET) return;
      shownAt = performance.now();
      stream.write(`${text}\n`);
    },
    note: (text) => void stream.write(`${text}\n`),
    end: () => {},
  };
}
