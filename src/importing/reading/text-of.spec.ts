import { MOST_BYTES, textOf } from './text-of.js';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

describe('the bytes of a case file', () => {
  it('are read as UTF-8, with a byte order mark or without', () => {
    expect(textOf(bytes('case: أطمة\n'))).toEqual({ text: 'case: أطمة\n' });
    expect(textOf(bytes('\uFEFFcase: أطمة\n'))).toEqual({ text: 'case: أطمة\n' });
    expect(textOf(bytes(''))).toEqual({ text: '' });
  });

  it.each([
    ['with a mark, little end first', bytes('\uFEFFcase: x', 'utf16le')],
    ['with a mark, big end first', bytes('\uFEFFcase: x', 'utf16le').swap16()],
    ['without a mark, little end first', bytes('case: x', 'utf16le')],
    ['without a mark, big end first', bytes('case: x', 'utf16le').swap16()],
  ])('are named as UTF-16: %s', (_what, content) => {
    expect(textOf(content)).toEqual({ line: 1, message: expect.stringContaining('UTF-16') });
  });

  it.each([
    ['a byte of Latin-1', bytes('a: \xe9\n', 'latin1')],
    ['a character cut short', bytes('أ').subarray(0, 1)],
    ['half a pair, encoded', Buffer.from([0xed, 0xa0, 0x80])],
    ['a slash in two bytes', Buffer.from([0xc0, 0xaf])],
  ])('are named by the line that is not UTF-8: %s', (_what, bad) => {
    const content = Buffer.concat([bytes('case: أطمة\r\nb: 1\n'), bad]);
    expect(textOf(content)).toEqual({ line: 3, message: expect.stringContaining('not UTF-8') });
  });

  it('are refused when they are too many, whatever they are', () => {
    expect(textOf(Buffer.alloc(MOST_BYTES, 0xff))).toEqual({ line: 1, message: expect.stringContaining('larger') });
  });
});
