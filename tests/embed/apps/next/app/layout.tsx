import type { ReactNode } from "react";
import "../src/page.css";

export const metadata = { title: "A mail from support" };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
