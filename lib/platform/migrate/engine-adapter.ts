import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/** PostgreSQL's one-byte "char" in the catalogs, which Prisma's adapter rejects (prisma/orm#27403). */
const CATALOGUE_CHAR = 18;
/** "char"[], which the adapter supports and no catalog query of the engine returns. */
const CHAR_ARRAY = 1002;

/** Prisma's adapter for the schema engine, with two behaviors changed for migrations. */
export class EngineAdapter extends PrismaPg {
  readonly #adapters: Adapter[] = [];

  override async connect(): Promise<Adapter> {
    return this.#mend(await super.connect());
  }

  override async connectToShadowDb(): Promise<Adapter> {
    return this.#mend(await super.connectToShadowDb());
  }

  /** Why the last script failed; the engine itself only reports that it did. */
  scriptError: Error | undefined;

  /** Closes every connection the engine opened, which it leaves open. */
  async close(): Promise<void> {
    for (const adapter of this.#adapters) {
      const pool = adapter.underlyingDriver();
      if (!pool.ended) await pool.end();
    }
  }

  #mend(adapter: Adapter): Adapter {
    this.#adapters.push(adapter);
    return withCatalogueChars(this.#withWholeScripts(adapter));
  }

  /**
   * Sends a migration as one message, so that it is atomic. Prisma splits it at every semicolon, even inside strings
   * and function bodies.
   */
  #withWholeScripts(adapter: Adapter): Adapter {
    const pool = adapter.underlyingDriver();
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error) => {
        this.scriptError = error;
        throw error;
      });
    };
    return adapter;
  }
}

/** Passes "char" through the adapter as its array type, and restores the type afterwards. */
function withCatalogueChars(adapter: Adapter): Adapter {
  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool) as (
    ...args: unknown[]
  ) => Promise<{ fields?: { dataTypeID: number }[] }>;
  const relabelled = async (...args: unknown[]) => {
    const result = await query(...args);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === CATALOGUE_CHAR) field.dataTypeID = CHAR_ARRAY;
    }
    return result;
  };
  pool.query = relabelled as typeof pool.query;

  const { Character, CharacterArray } = ColumnTypeEnum;
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (request) => {
    const result = await queryRaw(request);
    const columnTypes = result.columnTypes.map((type) => (type === CharacterArray ? Character : type));
    return { ...result, columnTypes };
  };
  return adapter;
}
