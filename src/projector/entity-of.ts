import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { snakeCase, type Column, type Stored, type Table } from './table.js';

/** A table as TypeORM reads it. Nothing is written through it. */
export function entityOf<T extends Table<never>>(schema: string, table: T): EntitySchema<Stored<T>> {
  const columns = Object.entries<Column<never>>(table.columns).map(([name, { type }]) => {
    const [base, array] = type === 'text[]' ? (['text', true] as const) : ([type, false] as const);
    const options: EntitySchemaColumnOptions = {
      name: snakeCase(name),
      type: base,
      array,
      nullable: true,
      primary: table.key.includes(name),
    };
    return [name, options] as const;
  });
  return new EntitySchema<Stored<T>>({
    name: `${schema}.${table.name}`,
    schema,
    tableName: table.name,
    columns: Object.fromEntries(columns) as never,
  });
}
