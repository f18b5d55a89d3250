import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { readerOrigin } from "./reader-origin.ts";
import { readerTheme } from "./reader-theme.ts";
import "./globals.css";

const DESCRIPTION = "Turn user feedback on AI answers into better answers.";

/** What browsers and link previews show of every page. A preview needs whole addresses, at the host that was asked. */
export async function generateMetadata(): Promise<Metadata> {
  return {
    metadataBase: new URL(await readerOrigin()),
    title: { default: "Whetstone", template: "%s · Whetstone" },
    description: DESCRIPTION,
    robots: { index: false },
    icons: {
      icon: [
        { url: "/favicon.ico", sizes: "32x32" },
        { url: "/icon.svg", type: "image/svg+xml" },
      ],
      apple: "/apple-touch-icon.png",
    },
    manifest: "/manifest.webmanifest",
    openGraph: {
      type: "website",
      siteName: "Whetstone",
      images: [{ url: "/social.png", width: 1200, height: 630, alt: DESCRIPTION }],
    },
    twitter: { card: "summary_large_image" },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f8f8f9" },
    { media: "(prefers-color-scheme: dark)", color: "#0e0f11" },
  ],
};

/** The document. The theme comes from a cookie, so that the first paint is already right. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await readerTheme();
  return (
    // The toggle changes data-theme in the browser; React must not take it back.
    <html
      lang="en"
      data-theme={theme === "system" ? undefined : theme}
      className="h-full"
      suppressHydrationWarning
    >
      <body className="min-h-full">{children}</body>
    </html>
  );
}
