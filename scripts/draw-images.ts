import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Page } from "@playwright/test";
import { reportFailure } from "./report-failure.ts";
import { findChromium } from "./test-app/find-chromium.ts";

// npm run draw-images: draws the PNGs of public/ from public/icon.svg and docs/images/social.html.

/**
 * The share of the width around the icon that a system can crop: Android's safe circle has a radius of 40 %.
 */
const MASKABLE_MARGIN = 0.1;

/** Systems round the corners of these: the icon on its blue, up to the edges. */
async function drawIcon(page: Page, size: number, margin: number): Promise<Buffer> {
  const svg = await readFile("public/icon.svg", "utf8");
  const inner = size * (1 - 2 * margin);
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;block-size:100vh;background:#2f54d1">
      <div style="inline-size:${inner}px;block-size:${inner}px">${svg}</div>`,
  );
  return page.screenshot();
}

/** The icon itself, with its round corners. */
async function drawRound(page: Page, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  const svg = await readFile("public/icon.svg", "utf8");
  await page.setContent(`<body style="margin:0;line-height:0">${svg}`);
  return page.screenshot({ omitBackground: true });
}

/** An .ico file with one PNG, which all current browsers can read. */
function toIco(png: Buffer, size: number): Buffer {
  const header = Buffer.alloc(22);
  // Type 1, one image; its size, one plane, 32 bits per pixel, its length, and its offset.
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}

async function drawSocial(page: Page): Promise<Buffer> {
  await page.setViewportSize({ width: 1200, height: 630 });
  await page.goto(pathToFileURL(resolve("docs/images/social.html")).href);
  await page.evaluate(() => document.fonts.ready);
  return page.screenshot();
}

async function drawAll(): Promise<void> {
  const browser = await chromium.launch({ executablePath: await findChromium() });
  try {
    const page = await browser.newPage();
    await writeFile("public/favicon.ico", toIco(await drawRound(page, 32), 32));
    await writeFile("public/icon-192.png", await drawRound(page, 192));
    await writeFile("public/icon-512.png", await drawIcon(page, 512, MASKABLE_MARGIN));
    await writeFile("public/apple-touch-icon.png", await drawIcon(page, 180, 0));
    await writeFile("public/social.png", await drawSocial(page));
  } finally {
    await browser.close();
  }
}

await drawAll().catch(reportFailure);
