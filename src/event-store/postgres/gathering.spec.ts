import { setTimeout as pause } from 'node:timers/promises';
import { Gathering } from './gathering.js';

/** Answers a group when told to; every answer is the question's double. */
class Answering {
  readonly groups: (readonly number[])[] = [];
  private readonly pending: (() => void)[] = [];
  readonly gathering = new Gathering<number, number>(async (questions) => {
    this.groups.push(questions);
    await new Promise<void>((resolve) => this.pending.push(resolve));
    if (questions.includes(13)) throw new Error('Thirteen is not answered.');
    return questions.map((question) => (question === 7 ? Promise.reject(new Error('Not seven.')) : question * 2));
  });

  ask = (...questions: readonly number[]) => Promise.all(questions.map((one) => this.gathering.ask(one)));

  answerNext(): void {
    this.pending.shift()?.();
  }
}

const soon = () => pause(5);

describe('what is asked at the same moment', () => {
  it('is answered together, each with its own answer', async () => {
    const answering = new Answering();
    const answers = answering.ask(1, 2, 3);
    await soon();
    expect(answering.groups).toEqual([[1, 2, 3]]);
    answering.answerNext();
    expect(await answers).toEqual([2, 4, 6]);
  });

  it('waits for one of the groups that are out, and gathers what comes meanwhile', async () => {
    const answering = new Answering();
    for (const question of [1, 2, 3, 4, 5, 6]) {
      void answering.ask(question);
      await soon();
    }
    expect(answering.groups).toEqual([[1], [2], [3], [4]]);
    answering.answerNext();
    await soon();
    expect(answering.groups).toEqual([[1], [2], [3], [4], [5, 6]]);
  });

  it('no longer waits for groups that take long', async () => {
    const answering = new Answering();
    for (const question of [1, 2, 3, 4, 5]) {
      void answering.ask(question);
      await soon();
    }
    await pause(250);
    expect(answering.groups).toEqual([[1], [2], [3], [4], [5]]);
  });

  it('goes out in groups of bounded size', async () => {
    const answering = new Answering();
    void answering.ask(...Array.from({ length: 40 }, (_, n) => n + 100));
    await soon();
    expect(answering.groups.map(({ length }) => length)).toEqual([32, 8]);
  });

  it('fails together when the group fails, and alone when one answer does; the next is answered again', async () => {
    const answering = new Answering();
    const failing = Promise.allSettled([answering.gathering.ask(1), answering.gathering.ask(13)]);
    await soon();
    answering.answerNext();
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);

    const mixed = Promise.allSettled([answering.gathering.ask(1), answering.gathering.ask(7)]);
    await soon();
    answering.answerNext();
    expect((await mixed).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });
});
