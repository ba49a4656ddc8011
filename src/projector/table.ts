/** The PostgreSQL types that rows of projections are made of. */
export type ColumnType =
  'text' | 'uuid' | 'timestamptz' | 'json' | 'integer' | 'bigint' | 'numeric' | 'boolean' | 'text[]';

/** One column: its type, and what a row has in it. A JSON column takes any value, a list of texts takes `string[]`. */
export interface Column<Row, Type extends ColumnType = ColumnType, Cell = unknown> {
  readonly type: Type;
  readonly value: (row: Row) => Cell;
}

export type Columns<Row> = Readonly<Record<string, Column<Row>>>;

/**
 * A table of a projection, said once: what is written into it and how it is read follow from this. Columns are called in
 * camelCase here and in snake_case in the database.
 */
export interface Table<Row, Cols extends Columns<Row> = Columns<Row>> {
  readonly name: string;
  readonly columns: Cols;
  /** The columns of its primary key. */
  readonly key: readonly (keyof Cols & string)[];
}

type Loaded<Type extends ColumnType, Cell> = Type extends 'json'
  ? Cell
  : Type extends 'timestamptz'
    ? Date
    : Type extends 'integer'
      ? number
      : Type extends 'boolean'
        ? boolean
        : Type extends 'text[]'
          ? readonly string[]
          : string;

type CellOf<C> =
  C extends Column<never, infer Type, infer Cell>
    ? null extends Cell
      ? Loaded<Type, NonNullable<Cell>> | null
      : Loaded<Type, Cell>
    : never;

/** A row as it comes out of the database: `bigint` and `numeric` as text, `timestamptz` as a Date. */
export type Stored<T extends { readonly columns: object }> = {
  readonly [Name in keyof T['columns']]: CellOf<T['columns'][Name]>;
};

export const column = <const Type extends ColumnType, Row, Cell>(
  type: Type,
  value: (row: Row) => Cell,
): Column<Row, Type, Cell> => ({ type, value });

export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
