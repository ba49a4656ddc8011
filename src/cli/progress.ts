import cliProgress from 'cli-progress';
import { tell, type Terminal } from './terminal.js';

const DOING = {
  rehearsing: 'Rehearsing',
  recording: 'Recording ',
  copying: 'Copying   ',
  verifying: 'Verifying ',
} as const;

/** How far a long piece of work has come. */
export interface Progress {
  readonly phase: keyof typeof DOING;
  readonly done: number;
  readonly total: number;
}

export interface ShownProgress {
  show(progress: Progress): void;
  done(): void;
}

/** A bar on a terminal; a line for every tenth elsewhere, so that a log of it stays readable. */
export const shownProgress = (terminal: Terminal): ShownProgress =>
  terminal.err.isTTY ? bar(terminal) : lines(terminal);

function bar({ err }: Terminal): ShownProgress {
  const format = '{doing} [{bar}] {value}/{total}';
  let running: { readonly phase: Progress['phase']; readonly bar: cliProgress.SingleBar } | undefined;
  return {
    show({ phase, done, total }) {
      if (running?.phase !== phase) {
        running?.bar.stop();
        const next = new cliProgress.SingleBar(
          { format, stream: err, hideCursor: true },
          cliProgress.Presets.shades_classic,
        );
        next.start(total, 0, { doing: DOING[phase] });
        running = { phase, bar: next };
      }
      running.bar.update(done);
    },
    done: () => running?.bar.stop(),
  };
}

function lines(terminal: Terminal): ShownProgress {
  let shown = '';
  return {
    show({ phase, done, total }) {
      const tenth = Math.floor((done * 10) / Math.max(total, 1));
      const now = `${phase} ${tenth}`;
      if (now === shown || (done < total && tenth === 0)) return;
      shown = now;
      tell(terminal, `${DOING[phase].trim()}: ${done} of ${total}`);
    },
    done: () => undefined,
  };
}
