import type { ReactNode } from "react";

export const metadata = { title: "A reply to correct" };
export const viewport = { colorScheme: "light dark" };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body style={{ background: "Canvas", color: "CanvasText" }}>{children}</body>
    </html>
  );
}
