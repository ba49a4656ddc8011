type Method = (this: unknown, ...args: unknown[]) => unknown;
type Prototype = Record<PropertyKey, Method>;

const prototypeOf = (value: object): Prototype => Object.getPrototypeOf(value) as Prototype;

const ARRAY = prototypeOf([]);
/** Methods that ask something of each element: every question counts. */
const ASKING = ['map', 'flatMap', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'forEach', 'reduce'];
const SORTING = ['sort', 'toSorted'];
/** Methods that look at elements by themselves: each of them counts. */
const WALKING = ['includes', 'indexOf', 'slice', 'concat', 'join', 'with', 'toReversed'];
/** One step of a walk, one look into a collection. */
const STEPS: readonly (readonly [Prototype, readonly string[]])[] = [
  [prototypeOf([].values()), ['next']],
  [prototypeOf(new Map().entries()), ['next']],
  [prototypeOf(new Set().values()), ['next']],
  [prototypeOf(new Map()), ['get', 'set', 'has']],
  [prototypeOf(new Set()), ['has', 'add']],
];

/**
 * How much work something is: how many elements of collections are looked at while it is done. It is the same on every machine
 * and at every load, so that a test may hold it against a bar, as it may not the time that it takes.
 */
export function workOf(task: () => unknown): number {
  let work = 0;
  const restore: (() => void)[] = [];
  const counting = (prototype: Prototype, names: readonly string[], how: (original: Method) => Method) => {
    for (const name of names) {
      const original = prototype[name]!;
      prototype[name] = how(original);
      restore.push(() => void (prototype[name] = original));
    }
  };
  const asked = (question: unknown): unknown =>
    typeof question !== 'function'
      ? question
      : function (this: unknown, ...args: unknown[]): unknown {
          work += 1;
          return (question as Method).apply(this, args);
        };

  counting(
    ARRAY,
    [...ASKING, ...SORTING],
    (original) =>
      function (this: unknown, question, ...more) {
        return original.call(this, asked(question), ...more);
      },
  );
  counting(
    ARRAY,
    WALKING,
    (original) =>
      function (this: unknown, ...args) {
        work += (this as readonly unknown[]).length;
        return original.apply(this, args);
      },
  );
  for (const [prototype, names] of STEPS) {
    counting(
      prototype,
      names,
      (original) =>
        function (this: unknown, ...args) {
          work += 1;
          return original.apply(this, args);
        },
    );
  }
  try {
    work = 0; // without what counting itself took
    task();
    return work;
  } finally {
    for (const undo of restore) undo();
  }
}
