import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { readerTheme } from "./reader-theme.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Whetstone", template: "%s · Whetstone" },
  description: "Turn user feedback on AI answers into better answers.",
  robots: { index: false },
};

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
