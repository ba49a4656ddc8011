import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface ComposeService {
  readonly image?: string;
  readonly environment: Readonly<Record<string, string | number>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<'kurrentdb' | 'postgres' | 'sijil', ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

export const compose = parse(readFileSync('docker-compose.yml', 'utf8')) as Compose;
export const dockerGuide = readFileSync('docs/guides/docker.md', 'utf8');

/** What follows an instruction of the Dockerfile, such as `COPY`, once for each time it is there. */
export const instructions = (name: string): readonly string[] =>
  [...readFileSync('Dockerfile', 'utf8').matchAll(new RegExp(`^${name} (.+)$`, 'gm'))].map(([, rest]) => rest!);

/** What the image sets for every process in it. */
export const imageEnvironment = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    instructions('ENV').flatMap((line) => [...line.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name!, value!])),
  );

/** The image's own check of its health, word by word. */
export const healthCommand = (): readonly string[] =>
  JSON.parse(instructions('HEALTHCHECK')[0]!.replace(/^.*? CMD /, '')) as string[];

/** A value of the compose file where nothing is set outside: `${PORT:-4400}` is 4400. */
export const withDefaults = (value: string | number): string => String(value).replace(/\$\{\w+:-([^}]*)\}/g, '$1');

/** Whether Docker is given a file to build from: the last line of .dockerignore that means it, or a folder above it, decides. */
export function isGivenToDocker(file: string): boolean {
  const lines = readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean);
  const names = file.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
  const last = lines.findLast((line) => names.some((name) => meant(line.replace(/^!/, '')).test(name)));
  return last === undefined || last.startsWith('!');
}

// Docker's patterns: a star is anything without a slash, hidden files too; two and a slash are any folders or none.
const meant = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('**/', '\0')
      .replaceAll('*', '[^/]*')
      .replaceAll('\0', '(?:.*/)?')}$`,
  );
