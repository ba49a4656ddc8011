const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OBJECT, END_OF_OBJECT, LIST, END_OF_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/** An object or a list that is open where we are, with the keys it has had, and the step we took into it. */
interface Open {
  readonly keys: Set<string> | null;
  step: string | number;
}

/**
 * Where a text that is JSON names a key of an object twice, as a JSON Pointer; null where it does not. Those who read it
 * do not agree on which of the two counts, so nobody can know what was meant.
 */
export function repeatedKeyIn(json: string): string | null {
  const open: Open[] = [];
  let inside: Open | undefined;
  let keyIsNext = false;
  for (let at = 0; at < json.length; at += 1) {
    switch (json.charCodeAt(at)) {
      case QUOTE: {
        const end = endOfString(json, at);
        if (keyIsNext && inside?.keys) {
          inside.step = unescaped(json.slice(at + 1, end));
          if (inside.keys.has(inside.step)) return pointerTo(open);
          inside.keys.add(inside.step);
        }
        keyIsNext = false;
        at = end;
        break;
      }
      case OBJECT:
        open.push((inside = { keys: new Set(), step: '' }));
        keyIsNext = true;
        break;
      case LIST:
        open.push((inside = { keys: null, step: 0 }));
        keyIsNext = false;
        break;
      case COMMA:
        keyIsNext = !!inside?.keys;
        if (typeof inside?.step === 'number') inside.step += 1;
        break;
      case END_OF_OBJECT:
      case END_OF_LIST:
        open.pop();
        inside = open.at(-1);
    }
  }
  return null;
}

function endOfString(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end;
}

/** An even number of backslashes before it escape each other. */
function isEscaped(json: string, at: number): boolean {
  let first = at;
  while (json.charCodeAt(first - 1) === BACKSLASH) first -= 1;
  return (at - first) % 2 === 1;
}

const unescaped = (key: string): string => (key.includes('\\') ? (JSON.parse(`"${key}"`) as string) : key);

const pointerTo = (open: readonly Open[]): string =>
  open.map(({ step }) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
