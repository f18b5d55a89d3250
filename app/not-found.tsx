import { NotThere } from "#components/dashboard/shell/not-found.tsx";

/** What stands where there is nothing, or nothing for this reader. */
export default function NotFound() {
  return (
    <main className="flex min-h-dvh items-center justify-center px-4">
      <NotThere />
    </main>
  );
}
