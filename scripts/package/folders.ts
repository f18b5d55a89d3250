import { join } from "node:path";

/** Where the package is built; not in the repository. */
export interface PackageFolders {
  /** The sources. */
  source: string;
  /** Everything the build writes, except what is served. */
  packed: string;
  /** The contents of the tarball. */
  stage: string;
  /** The tarball. */
  tarball: string;
  /** The unpacked tarball, which the app's own pages use. */
  unpacked: string;
  /** What the app serves to other sites. */
  served: string;
}

/** The folders of a checkout. */
export function packageFolders(root: string): PackageFolders {
  const packed = join(root, ".packed");
  return {
    source: join(root, "components", "feedback"),
    packed,
    stage: join(packed, "stage"),
    tarball: join(packed, "whetstone.tgz"),
    unpacked: join(packed, "package"),
    served: join(root, "public"),
  };
}

/** The package's entry points that are built as modules, by import name. */
export const scriptDoors = {
  react: "index.ts",
  client: "client/index.ts",
  "ai-sdk": "ai-sdk/index.ts",
  openfeature: "openfeature/index.ts",
} as const;

/** The package's entry points that have types. */
export const doors = { ...scriptDoors, "embed-module": "embed/module.ts" } as const;
