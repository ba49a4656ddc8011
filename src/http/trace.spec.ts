import { traceIdOf, traceparentIn } from './trace.js';

const sent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('the trace of a request', () => {
  it('is the sender’s where there is one', () => {
    expect(traceparentIn(sent)).toBe(sent);
    expect(traceIdOf(sent)).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
  });

  it.each([undefined, '', 'nonsense', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, [sent, sent]])(
    'is one of our own for %j',
    (header) => {
      expect(traceparentIn(header)).toBeUndefined();
      expect(traceIdOf(header)).toMatch(/^[0-9a-f]{32}$/);
      expect(traceIdOf(header)).not.toBe(traceIdOf(header));
    },
  );
});
