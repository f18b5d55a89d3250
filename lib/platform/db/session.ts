import { Client } from "pg";

/**
 * What our SQL, and the drivers that read its results, take for granted: PostgreSQL's own defaults, and UTC. Each can
 * be another by postgresql.conf, by ALTER ROLE and ALTER DATABASE, and by `options` in a database's address. (The
 * encoding of texts is not among them: the driver asks for UTF-8 itself.)
 */
export const SESSION_SETTINGS: Readonly<Record<string, string>> = {
  // How values are written and read. Prisma's adapter takes a session's wall clock for UTC.
  TimeZone: "UTC",
  timezone_abbreviations: "Default",
  DateStyle: "ISO, MDY",
  IntervalStyle: "postgres",
  bytea_output: "hex",
  extra_float_digits: "1",
  lc_monetary: "C",
  lc_numeric: "C",
  lc_time: "C",
  // What a statement means. The first changes how a name that comes after it is kept.
  quote_all_identifiers: "off",
  search_path: "public",
  standard_conforming_strings: "on",
  backslash_quote: "safe_encoding",
  array_nulls: "on",
  transform_null_equals: "off",
  default_text_search_config: "pg_catalog.simple",
  gin_fuzzy_search_limit: "0",
  // What a transaction sees, and how long it may take. Counting a project again takes minutes.
  default_transaction_isolation: "read committed",
  default_transaction_read_only: "off",
  default_transaction_deferrable: "off",
  statement_timeout: "0",
  lock_timeout: "0",
  transaction_timeout: "0",
  idle_in_transaction_session_timeout: "0",
  idle_session_timeout: "0",
  // A prepared statement is planned once a connection.
  plan_cache_mode: "auto",
};

/** The same, where the role may set it: the words of errors, and whether foreign keys are watched. */
const PRIVILEGED_SETTINGS = { lc_messages: "C", session_replication_role: "origin" };

const rows = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `('${name}', '${value}')`)
    .join(", ");

/** A setting that this server's version does not have is left out. */
const SET_UP = `
  SELECT set_config(name, value, false) FROM (VALUES ${rows(SESSION_SETTINGS)}) AS wanted (name, value)
    WHERE current_setting(name, true) IS NOT NULL
  UNION ALL SELECT set_config(name, value, false) FROM (VALUES ${rows(PRIVILEGED_SETTINGS)}) AS wanted (name, value)
    WHERE has_parameter_privilege(name, 'SET')
  -- What is acknowledged is on disk. Other values than off promise that too, or more.
  UNION ALL SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`;

/** The release of PostgreSQL that our SQL needs, by what the statement above asks of it. */
const OLDEST_SERVER = 15;

/** SQLSTATE of a function that is not there. */
const UNDEFINED_FUNCTION = "42883";

/** The server is of a release that does not know our SQL. */
export class ServerTooOld extends Error {}

/**
 * A connection to PostgreSQL with the settings of a session that the code relies on, whatever the server, the role, the
 * database or the address say. All of ours are of this class: alone, and as the `Client` of every pool.
 *
 * The settings are made by a statement, not by the start-up packet, as poolers refuse parameters that they do not know.
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
    // A pool listens only once it has the connection; one that breaks before would end the process.
    const ignore = () => {};
    this.on("error", ignore);
    try {
      await this.query(SET_UP).catch((error) => this.#explain(error));
    } catch (error) {
      // Whoever asked for a connection got none, so nobody else ends it.
      this.end().catch(() => {});
      throw error;
    }
    this.off("error", ignore);
    return this;
  }

  /** A server that lacks a function of PostgreSQL's own is of a release before ours. */
  async #explain(error: { code?: string }): Promise<never> {
    if (error.code !== UNDEFINED_FUNCTION) throw error;
    const { rows } = await this.query<{ server_version: string }>("SHOW server_version");
    throw new ServerTooOld(
      `PostgreSQL ${rows[0]?.server_version} is too old: Whetstone needs ${OLDEST_SERVER} or newer. Upgrade the server, or leave DATABASE_URL out to use the PostgreSQL that npm start brings.`,
      { cause: error },
    );
  }
}
