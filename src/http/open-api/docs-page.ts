import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './open-api.js';

interface Listed {
  readonly summary?: string;
  readonly description?: string;
}

/** The API at a glance, for people: a page without scripts, from the same description that programs read. */
export function docsPage({ info, paths }: OpenAPIObject): string {
  const rows = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item as object)
      .filter((method) => operationsOf({ [method]: {} }).length > 0)
      .map((method) => row(method, path, (item as Record<string, Listed>)[method]!)),
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${safe(info.title)} API</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #ccc; }
  code { white-space: nowrap; }
</style>
<h1>${safe(info.title)} API</h1>
<p>${safe(info.description ?? '')}</p>
<p>Send your key as <code>Authorization: Bearer &lt;key&gt;</code>. Every detail is in <a href="openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<table>
<thead><tr><th scope="col">Request</th><th scope="col">What it does</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</html>
`;
}

function row(method: string, path: string, { summary = '', description = '' }: Listed): string {
  const what = [summary, description].filter(Boolean).map(safe).join('<br>');
  return `<tr><td><code>${method.toUpperCase()} ${safe(path)}</code></td><td>${what}</td></tr>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
