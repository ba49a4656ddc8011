import type pg from 'pg';

/** The reader everybody writes first: whatever lies after the last position seen. It is here to be seen losing events. */
export class NaiveReader {
  readonly seen: string[] = [];
  private last = '0';

  constructor(private readonly pool: pg.Pool) {}

  async read(): Promise<void> {
    const { rows } = await this.pool.query<{ position: string; event_id: string }>(
      'select position, event_id from events where position > $1 order by position limit 500',
      [this.last],
    );
    this.seen.push(...rows.map((row) => row.event_id));
    this.last = rows.at(-1)?.position ?? this.last;
  }
}
