/** Fewer make larger groups; more keep the database busy while others wait for the disk or a processor. */
const OUT = 4;
const MOST = 32;
const PATIENCE_MS = 100;

interface Waiting<Question, Answer> {
  readonly question: Question;
  resolve(answer: Answer | Promise<Answer>): void;
  reject(error: unknown): void;
}

/** Answers questions together, in their order; one that must be asked again by itself may be answered by a promise. */
export type AnswerAll<Question, Answer> = (
  questions: readonly Question[],
) => Promise<readonly (Answer | Promise<Answer>)[]>;

/**
 * Puts together what is asked at the same moment, or while four groups are out already: a round trip costs more than what it
 * carries. A group that takes long keeps nobody else waiting.
 */
export class Gathering<Question, Answer> {
  private readonly waiting: Waiting<Question, Answer>[] = [];
  private out = 0;
  private due = false;

  constructor(private readonly answerAll: AnswerAll<Question, Answer>) {}

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      this.sendSoon();
    });
  }

  /** When everything that has arrived by now has been looked at. */
  private sendSoon(): void {
    if (this.due || this.out >= OUT || this.waiting.length === 0) return;
    this.due = true;
    setImmediate(() => {
      this.due = false;
      void this.send(this.waiting.splice(0, MOST));
      this.sendSoon();
    });
  }

  private async send(group: readonly Waiting<Question, Answer>[]): Promise<void> {
    this.out += 1;
    let isOut = true;
    const back = (): void => {
      if (!isOut) return;
      isOut = false;
      this.out -= 1;
      this.sendSoon();
    };
    const patience = setTimeout(back, PATIENCE_MS);
    try {
      const answers = await this.answerAll(group.map(({ question }) => question));
      group.forEach((one, index) => one.resolve(answers[index]!));
    } catch (error) {
      for (const one of group) one.reject(error);
    } finally {
      clearTimeout(patience);
      back();
    }
  }
}
