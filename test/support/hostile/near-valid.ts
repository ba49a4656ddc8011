import fc, { type Arbitrary } from 'fast-check';
import { jsonOf, nastyName, nastyValue, spoiltAt } from './nasty.js';
import type { Sent, Surroundings } from './requests.js';
import type { Past } from './world.js';

const json = (body: unknown): Buffer => Buffer.from(jsonOf(body));
const withHeaders = (sent: Sent, headers: Readonly<Record<string, string | undefined>>): Sent => ({
  ...sent,
  headers: Object.fromEntries(
    Object.entries({ ...sent.headers, ...headers }).filter((one): one is [string, string] => one[1] !== undefined),
  ),
});

/** Writes that were accepted once, again but for one thing: some are accepted again, the others are to be refused for it. */
export function nearlyValid(past: readonly Past[], { keys, known }: Surroundings): Arbitrary<Sent> {
  const anew = fc.constantFrom(...past).map(({ sent, body }) => ({
    sent: withHeaders(sent, { 'idempotency-key': undefined }),
    body,
  }));
  const ids = known.filter((one) => /^[a-z0-9-]+$/.test(one));
  return fc.oneof(
    fc.constantFrom(...past).map(({ sent }) => sent),
    anew.map(({ sent }) => sent),
    fc.tuple(anew, fc.uuid()).map(([{ sent, body }, id]) => ({ ...sent, body: json(withId(sent.path, body, id)) })),
    fc
      .tuple(anew, fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }), nastyValue, nastyName)
      .map(([{ sent, body }, where, nasty, name]) => ({ ...sent, body: json(spoiltAt(body, where, nasty, name)) })),
    fc
      .tuple(anew, fc.constantFrom(...ids))
      .map(([{ sent }, id]) => ({ ...sent, path: sent.path.replace(/^(\/api\/\w+\/)[^/]+/, (_, home) => home + id) })),
    fc
      .tuple(anew, fc.constantFrom(undefined, '"0"', '"1"', '"9"', '"x"', '*'))
      .map(([{ sent }, ifMatch]) => withHeaders(sent, { 'if-match': ifMatch })),
    fc
      .tuple(anew, fc.constantFrom(...keys))
      .map(([{ sent }, key]) => withHeaders(sent, { authorization: key === null ? undefined : `Bearer ${key}` })),
    fc
      .tuple(fc.constantFrom(...past), fc.constantFrom(...past))
      .map(([{ sent }, other]) => ({ ...sent, body: other.sent.body })),
    fc.tuple(anew, fc.nat()).map(([{ sent }, n]) => ({ ...sent, body: sent.body!.subarray(0, n % sent.body!.length) })),
    anew.map(({ sent }) => withHeaders(sent, { 'content-type': 'text/plain' })),
  );
}

/** The same under an id that nothing has yet, where it opens something. */
function withId(path: string, body: object, id: string): object {
  const own = /^\/api\/(series|\w+?)s?$/.exec(path)?.[1];
  return own === undefined ? body : { ...body, [`${own}Id`]: id };
}
