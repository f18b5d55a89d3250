import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A third-party package that is part of the running app. */
export interface ThirdParty {
  name: string;
  version: string;
  /** As an SPDX expression; empty if the package has none. */
  license: string;
  /** The full text of its license and notice files. */
  texts: string[];
}

interface Installed {
  version?: string;
  dev?: boolean;
  link?: boolean;
}

/** Accepted licenses: they only require that their text is included, or that their own files stay open. */
const accepted = new Set([
  ...["0BSD", "AFL-2.1", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0"],
  ...["CC-BY-4.0", "ISC", "MIT", "MIT-0", "OFL-1.1", "Unlicense"],
  ...["EPL-2.0", "LGPL-3.0-or-later", "MPL-2.0"],
]);

/** Packages that only state their license in a file. */
const byFile: Record<string, string> = { "seq-queue@0.0.5": "MIT" };

/** The installed packages under `root`, without development dependencies, by name. */
export function thirdParties(root: string): ThirdParty[] {
  const file = join(root, "node_modules", ".package-lock.json");
  const { packages } = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, Installed> };
  return Object.entries(packages)
    .filter(([, { dev, link }]) => !dev && !link)
    .map(([path]) => thirdParty(join(root, path)))
    .sort((one, other) => (formatName(one) < formatName(other) ? -1 : 1));
}

/** The licenses in an expression that are not accepted; for a choice, all of them if none is. */
export function refusedLicenses(license: string): string[] {
  const choices = license.replaceAll(/[()]/g, "").split(/ OR /i);
  const refused = choices.map((choice) => choice.split(/ AND /i).filter((one) => !accepted.has(one)));
  return refused.some((each) => each.length === 0) ? [] : refused.flat();
}

export const formatName = ({ name, version }: ThirdParty): string => `${name}@${version}`;

function thirdParty(folder: string): ThirdParty {
  const { name, version, license, licenses } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  ) as { name: string; version: string; license?: unknown; licenses?: { type: string }[] };
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice|copying)(?:[.-].*)?$/i.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  const said = typeof license === "string" ? license : licenses?.map(({ type }) => type).join(" OR ");
  return { name, version, license: said ?? byFile[`${name}@${version}`] ?? "", texts };
}
