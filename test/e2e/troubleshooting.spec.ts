import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

describe('The guide for when something is wrong', () => {
  const guide = readFileSync(join(process.cwd(), 'docs/guides/troubleshooting.md'), 'utf8');
  const sources = readdirSync(join(process.cwd(), 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => readFileSync(join(process.cwd(), 'src', name), 'utf8'))
    .join('\n')
    // Long sentences are written in pieces.
    .replace(/['`] \+\s+['`]/g, '');

  it.each([...guide.matchAll(/\*\*"([^"]+)"\*\*/g)].map(([, message = '']) => message))(
    'explains a message that there is: %s',
    (message) => expect(sources).toContain(message),
  );

  it('explains every way in which the embedded database can fail', () => {
    const errors = readFileSync(join(process.cwd(), 'src/database/embedded-postgres/errors.ts'), 'utf8');
    const messages = [...guide.matchAll(/\*\*"([^"]+)"\*\*/g)].map(([, message = '']) => message);
    const classes = errors.split(/^export class /m).slice(2);
    expect(classes.length).toBeGreaterThan(8);
    for (const text of classes) {
      const whole = text.replace(/['`] \+\s+['`]/g, '');
      expect([text.split(' ')[0], messages.some((message) => whole.includes(message))]).toEqual([
        text.split(' ')[0],
        true,
      ]);
    }
  });
});
