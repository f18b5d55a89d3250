import { Client } from "pg";

/**
 * What our SQL and the drivers rely on: PostgreSQL's defaults, and UTC. Each can be changed by postgresql.conf, ALTER
 * ROLE, ALTER DATABASE and `options` in a database URL. (The encoding is not among them: the driver requests UTF-8
 * itself.)
 */
export const SESSION_SETTINGS: Readonly<Record<string, string>> = {
  // How values are written and read. Prisma's adapter assumes that the session's time zone is UTC.
  TimeZone: "UTC",
  timezone_abbreviations: "Default",
  DateStyle: "ISO, MDY",
  IntervalStyle: "postgres",
  bytea_output: "hex",
  extra_float_digits: "1",
  lc_monetary: "C",
  lc_numeric: "C",
  lc_time: "C",
  // What a statement means. The first must come before any name.
  quote_all_identifiers: "off",
  search_path: "public",
  standard_conforming_strings: "on",
  backslash_quote: "safe_encoding",
  array_nulls: "on",
  transform_null_equals: "off",
  default_text_search_config: "pg_catalog.simple",
  gin_fuzzy_search_limit: "0",
  // Isolation and timeouts of transactions. Recounting a project takes minutes.
  default_transaction_isolation: "read committed",
  default_transaction_read_only: "off",
  default_transaction_deferrable: "off",
  statement_timeout: "0",
  lock_timeout: "0",
  transaction_timeout: "0",
  idle_in_transaction_session_timeout: "0",
  idle_session_timeout: "0",
  // Prepared statements are planned once per connection.
  plan_cache_mode: "auto",
};

/** Settings that need privileges: the language of errors, and whether foreign keys are enforced. */
const PRIVILEGED_SETTINGS = { lc_messages: "C", session_replication_role: "origin" };

const rows = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `('${name}', '${value}')`)
    .join(", ");

/** Settings that this server version does not have are skipped. */
const SET_UP = `
  SELECT set_config(name, value, false) FROM (VALUES ${rows(SESSION_SETTINGS)}) AS wanted (name, value)
    WHERE current_setting(name, true) IS NOT NULL
  UNION ALL SELECT set_config(name, value, false) FROM (VALUES ${rows(PRIVILEGED_SETTINGS)}) AS wanted (name, value)
    WHERE has_parameter_privilege(name, 'SET')
  -- What is acknowledged is on disk. Other values than off promise that too, or more.
  UNION ALL SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`;

/** The PostgreSQL version required by our SQL and by the statement above. */
const OLDEST_SERVER = 15;

/** SQLSTATE of an undefined function. */
const UNDEFINED_FUNCTION = "42883";

/** The server's version does not support our SQL. */
export class ServerTooOld extends Error {}

/**
 * A connection to PostgreSQL with the session settings that the code relies on, whatever the server, the role, the
 * database or the URL set. All our connections are of this class, also as the `Client` of pools.
 *
 * The settings are applied by a statement, not in the startup packet, because poolers reject unknown parameters.
 */
export class SessionClient extends Client {
  override connect(): Promise<this>;
  override connect(callback: (error: Error | null, client?: this) => void): void;
  override connect(callback?: (error: Error | null, client?: this) => void): Promise<this> | undefined {
    const ready = this.#connect();
    if (!callback) return ready;
    ready.then(
      () => callback(null, this),
      (error: Error) => callback(error),
    );
    return undefined;
  }

  async #connect(): Promise<this> {
    await super.connect();
    // A pool listens only once it has the connection; one that breaks earlier would crash the process.
    const ignore = () => {};
    this.on("error", ignore);
    try {
      await this.query(SET_UP).catch((error) => this.#explain(error));
    } catch (error) {
      // The caller got no connection, so it must be closed here.
      this.end().catch(() => {});
      throw error;
    }
    this.off("error", ignore);
    return this;
  }

  /** A server that lacks a built-in function is older than required. */
  async #explain(error: { code?: string }): Promise<never> {
    if (error.code !== UNDEFINED_FUNCTION) throw error;
    const { rows } = await this.query<{ server_version: string }>("SHOW server_version");
    throw new ServerTooOld(
      `PostgreSQL ${rows[0]?.server_version} is too old: Whetstone requires ${OLDEST_SERVER} or newer. Upgrade the server, or unset DATABASE_URL to use the embedded PostgreSQL.`,
      { cause: error },
    );
  }
}
