import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { registerInMemory } from '../../test/support/register-in-memory.js';
import { caseFileSchema } from './case-file-schema.js';
import { compileCaseFile } from './compile-case-file.js';
import { Importer } from './importer.js';

const guide = readFileSync(new URL('../../docs/guides/case-files.md', import.meta.url), 'utf8');
const blocks = [...guide.matchAll(/^```yaml ?(\w*)\n(.*?)^```$/gms)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}));
const whole = blocks.find(({ kind }) => kind === '')?.text ?? '';
const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');
const records = blocks.filter(({ kind }) => kind === 'record').map(({ text }) => indented(text));

/** The first example with the entries of the others behind its own, and the files that stand alone. */
const files = [
  `${whole}\n${records.join('\n')}`,
  ...blocks.filter(({ kind }) => kind === 'file').map(({ text }) => text),
];

describe('the guide to case files', () => {
  it('shows what the register takes', async () => {
    expect(records).toHaveLength(5);
    for (const [index, text] of files.entries()) {
      const register = await registerInMemory();
      const importer = new Importer(register.commands);
      const report = await importer.import([compileCaseFile(text, `example ${index}`)], {
        by: { id: 'reader', role: 'recorder' },
      });
      await register.close();
      expect(report.problems).toEqual([]);
    }
  });

  it('shows what editors accept', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(caseFileSchema());
    for (const text of files) expect([validate(parse(text)), validate.errors]).toEqual([true, null]);
  });
});
