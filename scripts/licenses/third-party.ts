import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package of others that is part of a running app. */
export interface ThirdParty {
  name: string;
  version: string;
  /** As SPDX expression; empty where the package says none. */
  license: string;
  /** Its licence and notice files, whole. */
  texts: string[];
}

interface Installed {
  version?: string;
  dev?: boolean;
  link?: boolean;
}

/** Licences that ask no more of who runs or changes the app than that their text goes along, or their own files stay open. */
const accepted = new Set([
  ...["0BSD", "AFL-2.1", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0"],
  ...["CC-BY-4.0", "ISC", "MIT", "OFL-1.1", "Unlicense"],
  ...["EPL-2.0", "LGPL-3.0-or-later", "MPL-2.0"],
]);

/** Packages that say their licence in a file alone. */
const byFile: Record<string, string> = { "seq-queue@0.0.5": "MIT" };

/** What is installed beneath `root` and not only for development, by name. */
export function thirdParties(root: string): ThirdParty[] {
  const file = join(root, "node_modules", ".package-lock.json");
  const { packages } = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, Installed> };
  return Object.entries(packages)
    .filter(([, { dev, link }]) => !dev && !link)
    .map(([path]) => thirdParty(join(root, path)))
    .sort((one, other) => (formatName(one) < formatName(other) ? -1 : 1));
}

/** What stands in the way of a licence expression: its licences that are not accepted, all of a choice. */
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
