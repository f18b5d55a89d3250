import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/** PostgreSQL's one-byte "char" of the catalogues, which Prisma's adapter refuses (prisma/orm#27403). */
const CATALOGUE_CHAR = 18;
/** "char"[], which the adapter knows, and which no catalogue query of the engine returns. */
const CHAR_ARRAY = 1002;

/** Prisma's adapter as the schema engine needs it; two of its ways do not serve migrations. */
export class EngineAdapter extends PrismaPg {
  readonly #adapters: Adapter[] = [];

  override async connect(): Promise<Adapter> {
    return this.#mend(await super.connect());
  }

  override async connectToShadowDb(): Promise<Adapter> {
    return this.#mend(await super.connectToShadowDb());
  }

  /** Why the last script failed: the engine keeps of it only that it did. */
  scriptError: Error | undefined;

  /** Ends every connection that the engine opened; it leaves them open itself. */
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
   * A migration goes out as one message, so that it happens whole or not at all. Prisma's own way cuts it at every
   * semicolon, in texts and function bodies too.
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

/** Takes "char" through the adapter under the name of its array, and names it rightly behind it. */
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
