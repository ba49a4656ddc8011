import { pageIn } from '../../http/as-of.js';
import { pageOf } from './page-of.js';

const all = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
const page = (query: Record<string, string>) =>
  pageOf(all, { page: pageIn(query), paged: Object.keys(query).length > 0, list: 'letters' }, ({ id }) => id);

describe('a page of an answer', () => {
  it('is all of it where no page was asked for', () => {
    expect(page({})).toEqual({ items: all, next: null });
  });

  it('goes on where the one before ended, and the last has no next', () => {
    const first = page({ limit: '3' });
    const second = page({ limit: '3', cursor: first.next! });
    expect([...first.items, ...second.items]).toEqual(all);
    expect(second.next).toBeNull();
  });

  it('cannot go on from what is no longer there', () => {
    const { next } = page({ limit: '1' });
    const rest = () =>
      pageOf(all.slice(1), { page: pageIn({ cursor: next! }), paged: true, list: 'letters' }, ({ id }) => id);
    expect(rest).toThrow('cursor');
  });
});
