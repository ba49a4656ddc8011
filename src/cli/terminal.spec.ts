import { PassThrough } from 'node:stream';
import { whenUnread } from './terminal.js';

const failing = (code: string) => Object.assign(new Error(`write ${code}`), { code });

it('a reader that hangs up is told by a signal, and is no failure', () => {
  const out = new PassThrough();
  const unread = whenUnread(out, new PassThrough());
  expect(unread.aborted).toBe(false);
  out.emit('error', failing('EPIPE'));
  out.emit('error', failing('ERR_STREAM_DESTROYED'));
  expect(unread.aborted).toBe(true);
});

it('anything else that goes wrong in writing is one', () => {
  const out = new PassThrough();
  const unread = whenUnread(out);
  expect(() => out.emit('error', failing('ENOSPC'))).toThrow('ENOSPC');
  expect(unread.aborted).toBe(false);
});
