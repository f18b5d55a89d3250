import { join } from "node:path";

/** Where the package is made: nothing in here is kept in the repository. */
export interface PackageFolders {
  /** The sources. */
  source: string;
  /** All that making it writes, except what is served. */
  packed: string;
  /** What goes into the tarball. */
  stage: string;
  /** The tarball. */
  tarball: string;
  /** The tarball's content, which the app's own pages use. */
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

/** The doors of the package that are built as modules, by the name under which others import them. */
export const scriptDoors = {
  react: "index.ts",
  client: "client/index.ts",
  "ai-sdk": "ai-sdk/index.ts",
} as const;

/** The doors of the package that have types. */
export const doors = { ...scriptDoors, "embed-module": "embed/module.ts" } as const;
