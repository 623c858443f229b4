/** A SQLite file with prepared statements kept ready and one transaction at a time. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'libsql';
import { schema } from './schema.ts';

export type Cell = string | number | null;

export interface Database {
  /** Every row of a query, as plain objects keyed by column name. */
  all<Row>(sql: string, ...values: Cell[]): Row[];
  /** The first row of a query, or undefined. */
  first<Row>(sql: string, ...values: Cell[]): Row | undefined;
  /** Runs a statement and answers how many rows it changed. */
  run(sql: string, ...values: Cell[]): number;
  /** Runs `work` in one transaction; nested calls join the outer one. */
  atomically<T>(work: () => T): T;
  /** Closes the file; afterwards everything is in the one file, which may be moved. */
  close(): void;
}

/** Opens (and creates where missing) the database. `file` is ':memory:' or a path whose folder is made. */
export function openDatabase(file: string): Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const sqlite = new Sqlite(file);
  sqlite.exec('PRAGMA journal_mode = WAL');
  sqlite.exec('PRAGMA synchronous = NORMAL');
  sqlite.exec('PRAGMA busy_timeout = 3000');
  sqlite.exec(schema);
  const prepared = new Map<string, Sqlite.Statement<unknown[]>>();
  function statement(sql: string): Sqlite.Statement<unknown[]> {
    let found = prepared.get(sql);
    if (found === undefined) {
      found = sqlite.prepare(sql);
      prepared.set(sql, found);
    }
    return found;
  }
  let depth = 0;
  return {
    all<Row>(sql: string, ...values: Cell[]) {
      return statement(sql).all(values) as Row[];
    },
    first<Row>(sql: string, ...values: Cell[]) {
      return statement(sql).get(values) as Row | undefined;
    },
    run(sql, ...values) {
      return statement(sql).run(values).changes;
    },
    atomically(work) {
      if (depth > 0) return work();
      sqlite.exec('BEGIN IMMEDIATE');
      depth += 1;
      try {
        const result = work();
        sqlite.exec('COMMIT');
        return result;
      } catch (error) {
        sqlite.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close() {
      prepared.clear();
      sqlite.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      sqlite.close();
    },
  };
}
