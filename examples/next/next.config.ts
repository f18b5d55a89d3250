import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  // A lockfile in a folder above must not move the root.
  turbopack: { root: import.meta.dirname },
};

export default config;
