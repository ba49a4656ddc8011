import type { Ajv2020 } from 'ajv/dist/2020.js';

/** A header as the description of the API tells of it. */
export interface DescribedHeader {
  readonly $ref?: string;
  readonly required?: boolean;
  readonly schema?: object;
}

export type DescribedHeaders = Readonly<Record<string, DescribedHeader>>;

/** What HTTP itself, the server and CORS send, and the headers that forbid what a page could be tricked into. */
const NOT_OURS =
  /^(date|connection|keep-alive|content-type|content-length|transfer-encoding|access-control-.*|content-security-policy|cross-origin-.*|origin-agent-cluster|referrer-policy|strict-transport-security|x-.*)$/;

/** What is wrong with the headers of an answer; null when they are as described. */
export function badHeaders(
  ajv: Ajv2020,
  shared: DescribedHeaders,
  told: DescribedHeaders,
  sent: Readonly<Record<string, string>>,
): string | null {
  const described = new Map(
    Object.entries(told).map(([name, one]) => [
      name.toLowerCase(),
      one.$ref === undefined ? one : shared[one.$ref.split('/').at(-1)!]!,
    ]),
  );
  for (const [name, { required }] of described) {
    if (required && !(name in sent)) return `the header ${name} is missing`;
  }
  for (const [name, value] of Object.entries(sent)) {
    if (NOT_OURS.test(name)) continue;
    const header = described.get(name);
    if (!header) return `the header ${name} (${value}) is not described`;
    if (!ajv.validate(header.schema ?? {}, valueOf(header, value)))
      return `the header ${name} is not as described: ${value}`;
  }
  return null;
}

/** A number where a number is told of: headers are text. */
const valueOf = ({ schema }: DescribedHeader, value: string): unknown =>
  (schema as { type?: string } | undefined)?.type === 'integer' && /^\d+$/.test(value) ? Number(value) : value;
