import { joinClasses } from "./join-classes.ts";

/** A grey place where something is about to be. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={joinClasses("block animate-pulse rounded-md bg-line motion-reduce:animate-none", className)}
    />
  );
}
