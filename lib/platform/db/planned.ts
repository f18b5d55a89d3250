import { db, type Transaction } from "./client.ts";

/** How long a counting transaction may take, and how long it may wait for a connection, in milliseconds. */
export const PATIENCE = { timeout: 600_000, maxWait: 20_000 };

/**
 * One transaction whose statements are planned for any project. The planner takes a project that its statistics do not
 * know for one without rows, and then every index that begins with project_id for as good as the right one: counting a
 * first import took a minute for seconds. What is counted is also gathered in memory, not sorted by texts, and compiling
 * never pays.
 */
export function planned<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
  return db().$transaction(
    async (tx) => {
      await tx.$queryRaw`
        SELECT set_config('plan_cache_mode', 'force_generic_plan', true), set_config('work_mem', '64MB', true),
          set_config('enable_sort', 'off', true), set_config('jit', 'off', true)`;
      return run(tx);
    },
    { ...PATIENCE, isolationLevel: "ReadCommitted" },
  );
}
