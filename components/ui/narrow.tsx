import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";
import { Logo } from "./logo.tsx";

/** A page that does one thing, in the middle: signing in, setting up. */
export function Narrow({
  title,
  wide = false,
  children,
}: {
  title: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[12vh] pb-12">
      <div className={joinClasses("w-full", wide ? "max-w-lg" : "max-w-sm")}>
        <div className="mb-5 flex justify-center text-lg">
          <Logo />
        </div>
        <div className="rounded-xl border border-line bg-surface p-6 shadow-small">
          <h1 className="mb-4 font-semibold text-lg tracking-tight">{title}</h1>
          {children}
        </div>
      </div>
    </main>
  );
}
