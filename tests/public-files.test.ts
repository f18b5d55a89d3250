import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const at = (name: string) => join("public", name);

/** Width and height of a PNG, as it says itself: it begins with its signature and the chunk that has them. */
function pngSize(bytes: Buffer): string {
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

it.each([
  ["apple-touch-icon.png", "180x180"],
  ["icon-192.png", "192x192"],
  ["icon-512.png", "512x512"],
  ["social.png", "1200x630"],
])("%s is as large as who shows it expects: %s", (name, size) => {
  expect(pngSize(readFileSync(at(name)))).toBe(size);
});

it("favicon.ico is an icon of one PNG, whose size and length it says", () => {
  const ico = readFileSync(at("favicon.ico"));
  expect([...ico.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32]);
  const png = ico.subarray(ico.readUInt32LE(18));
  expect(png.length).toBe(ico.readUInt32LE(14));
  expect(pngSize(png)).toBe("32x32");
});

it("the manifest names icons that are there, in the sizes that it says", () => {
  const { icons } = JSON.parse(readFileSync(at("manifest.webmanifest"), "utf8")) as {
    icons: { src: string; sizes: string }[];
  };
  for (const { src, sizes } of icons) {
    const file = readFileSync(at(src));
    expect(src.endsWith(".png") ? pngSize(file) : "any").toBe(sizes);
  }
});

it("the icon is the mark of the pages, and nowhere a second time", () => {
  const paths = (file: string) =>
    [...readFileSync(file, "utf8").matchAll(/\bd="([^"]+)"/g)].map(([, d]) => d);
  expect(paths(at("icon.svg"))).toEqual(paths("components/ui/logo.tsx"));
  const conventions = "app/**/{favicon,icon,apple-icon,opengraph-image,twitter-image,manifest,robots}*.*";
  expect(globSync(conventions)).toEqual([]);
});
