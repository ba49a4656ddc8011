import { append } from '../../test/support/appending.js';
import { anErasure, aStatement, killed } from '../../test/support/builders.js';
import { decode } from '../domain/events/decode.js';
import { passageErased } from '../domain/events/protection.js';
import { exactly } from '../domain/values/figure.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { hashOf, newSalt } from '../vault/hash.js';
import { MemoryVault } from '../vault/memory-vault.js';
import type { PassageText } from '../domain/values/passage.js';
import { RecordedDecisionLog } from './recorded-decision-log.js';
import { erasePassage } from './erase-passage/erase-passage.decision.js';

const passage = (n: number, text: PassageText) => {
  const salt = newSalt();
  return { id: `01986f2e-0000-7000-8000-00000000000${n}`, text, salt, hash: hashOf(text, salt) };
};
const refOf = ({ id, text, hash }: ReturnType<typeof passage>) => ({ passage: id, lang: text.lang, hash });

const words = { lang: 'ar', value: 'اسم شاهد' };
const [first, again, other] = [
  passage(1, words),
  passage(2, { ...words, translations: [{ lang: 'en', value: 'the name of a witness', by: 'human' }] }),
  passage(3, { lang: 'ar', value: 'كلام آخر' }),
];

/** A statement of an older log, in which the same words have two ids. */
async function olderLog() {
  const [store, vault] = [new MemoryEventStore(), new MemoryVault()];
  await vault.put([first, again, other]);
  const claims = [first, again, other].map((one, n) => ({
    ...killed('child', exactly(n)),
    claimId: `claim-${n}`,
    quote: refOf(one),
  }));
  await append(store, [aStatement({ statementId: 's', claims })]);
  const log = new RecordedDecisionLog(store, vault);
  const { subject, passage: id, reason } = anErasure('statement-s', again.id).data;
  const erase = (idempotencyKey?: string) =>
    log.decide(
      {
        category: 'statement',
        id: 's',
        context: { by: { id: 'admin-1', role: 'admin' }, ...(idempotencyKey !== undefined && { idempotencyKey }) },
        event: passageErased,
        body: { subject, passage: id, reason },
      },
      erasePassage('statement', 's'),
    );
  const erasures = async () => {
    const found = [];
    for await (const stored of store.readStream('statement-s')) {
      const event = decode(stored);
      if (event.type === 'PassageErased') found.push(event.data.passage);
    }
    return found;
  };
  const shown = async () => [...(await vault.read([first.id, again.id, other.id])).values()];
  return { vault, erase, erasures, shown };
}

it('erasing a passage erases every passage of its stream with the same words, and says so in the log', async () => {
  const { erase, erasures, shown } = await olderLog();
  await erase();
  expect(await erasures()).toEqual([again.id, first.id]);
  expect(await shown()).toEqual([{ withheld: 'consent' }, { withheld: 'consent' }, other.text]);
});

it.each([[undefined], ['a key']])(
  'an erasure that was interrupted is completed when it is sent again, with %s',
  async (key) => {
    const { vault, erase, erasures, shown } = await olderLog();
    const emptying = vault.erase.bind(vault);
    vault.erase = () => Promise.reject(new Error('away'));
    await expect(erase(key)).rejects.toThrow('away');
    vault.erase = emptying;
    expect((await erase(key)).repeated).toBe(true);
    expect(await erasures()).toEqual([again.id, first.id]);
    expect(await shown()).toEqual([{ withheld: 'consent' }, { withheld: 'consent' }, other.text]);
  },
);
