import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Undecoded } from '../../src/domain/events/decode.js';

const FOLDER = join(process.cwd(), 'src/domain/events/examples');

/** A recorded event of some version, as a log held it. */
export interface RecordedExample {
  readonly name: string;
  readonly type: string;
  readonly version: number;
  readonly stored: Undecoded & { readonly data: Readonly<Record<string, unknown>> };
}

/** One for every version of every event that was ever released. */
export const recordedExamples = (): readonly RecordedExample[] =>
  readdirSync(FOLDER).map((file) => {
    const [type, version] = /^(\w+)\.v(\d+)\.json$/.exec(file)?.slice(1) ?? [];
    if (type === undefined) throw new Error(`${file} is not named <Type>.v<version>.json.`);
    const stored = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as RecordedExample['stored'];
    return { name: `${type} v${version}`, type, version: Number(version), stored };
  });
