import { readFileSync } from 'node:fs';
import { sijil } from '../test/support/command-line.js';
import { readConfig, Settings } from './config.js';
import { IN_FILES } from './secret-files.js';
import { MEANS } from './settings-help.js';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

/** Every name that is looked up in the environment, by looking it up. */
function namesRead(): ReadonlySet<string> {
  const names = new Set<string>();
  const environment = new Proxy<Record<string, string>>({}, { get: (_, name) => void names.add(String(name)) });
  expect(new Settings(environment).HOST).toBe('127.0.0.1');
  return names;
}

describe('the help', () => {
  it('names every setting there is, and what it is unless set', async () => {
    const { out, code } = await sijil(['--help']);
    expect(code).toBe(0);
    const names = [...namesRead(), ...IN_FILES];
    expect(names.length).toBeGreaterThan(12);
    for (const name of names) expect(out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
    for (const name of IN_FILES) expect(out).toContain(`${name}_FILE`);
    const { host, port, rates, requestTimeout, logLevel } = readConfig({});
    for (const value of [host, port, rates.perKey, rates.perAddress, requestTimeout, logLevel])
      expect(out).toContain(`(${value})`);
  });

  it('names none that is not read', () => {
    const names = new Set([...namesRead(), ...IN_FILES]);
    expect(Object.keys(MEANS).filter((name) => !names.has(name))).toEqual([]);
  });
});

it('the guide for operators names every setting', () => {
  const guide = read('docs/guides/operating.md');
  expect(Object.keys(MEANS).filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});
