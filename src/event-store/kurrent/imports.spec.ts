import { readdir, readFile } from 'node:fs/promises';

const folder = new URL('./', import.meta.url);

describe('the package of the KurrentDB client', () => {
  it('is loaded by nobody who does not use KurrentDB: only its types are imported, but for one dynamic import', async () => {
    const sources = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
    const loading: string[] = [];
    for (const name of sources) {
      const source = await readFile(new URL(name, folder), 'utf8');
      const mentions = source.split('\n').filter((line) => line.includes("'@kurrent/"));
      for (const line of mentions) if (!/^(import|export) type /.test(line)) loading.push(`${name}: ${line.trim()}`);
    }
    expect(loading).toEqual(["open.ts: const { KurrentDBClient } = await import('@kurrent/kurrentdb-client');"]);
  });
});
