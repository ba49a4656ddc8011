import type pg from 'pg';
import { storeError } from './store-error.js';

/** A statement prepared once on each connection, and known there by its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** The rows as arrays, in the order of the statement's columns; failures as the port says them. */
export async function ask<Row>(pool: pg.Pool, statement: Statement, values: readonly unknown[]): Promise<Row[]> {
  try {
    const { rows } = await pool.query({ ...statement, values: [...values], rowMode: 'array' });
    return rows as Row[];
  } catch (error) {
    throw storeError(error);
  }
}
