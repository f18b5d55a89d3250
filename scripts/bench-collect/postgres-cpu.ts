import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second, in which Linux tells processor time. */
const TICKS = 100;

/**
 * Milliseconds of processor time that a PostgreSQL has taken so far: its postmaster, what that started, and those of them
 * that have ended. Null where the system does not tell by /proc.
 */
export function postgresCpuMs(postmaster: number): number | null {
  try {
    const own = statOf(postmaster);
    const children = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const stat = statOf(Number(name));
          return stat.parent === postmaster ? [stat.ticks] : [];
        } catch {
          // It ended between being listed and being read.
          return [];
        }
      });
    const ticks = own.ticks + own.endedTicks + children.reduce((sum, each) => sum + each, 0);
    return (ticks * 1_000) / TICKS;
  } catch {
    return null;
  }
}

/** Of /proc/PID/stat, whose second field is a name in brackets that may hold anything. */
function statOf(pid: number): { parent: number; ticks: number; endedTicks: number } {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [parent, user, system, endedUser, endedSystem] = [1, 11, 12, 13, 14].map((at) => Number(fields[at]));
  return {
    parent: parent ?? 0,
    ticks: (user ?? 0) + (system ?? 0),
    endedTicks: (endedUser ?? 0) + (endedSystem ?? 0),
  };
}
