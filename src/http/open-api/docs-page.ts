import type { OpenAPIObject } from '@nestjs/swagger';
import { htmlPage, safe } from '../pages/html.js';
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
  return htmlPage(
    `${info.title} API`,
    `<h1>${safe(info.title)} API</h1>
<p>${safe(info.description ?? '')}</p>
<p>Send your key as <code>Authorization: Bearer &lt;key&gt;</code>. Every detail is in <a href="openapi.json">openapi.json</a> (OpenAPI 3.1); what can go wrong is listed under <a href="/problems">problems</a>.</p>
<table>
<thead><tr><th scope="col">Request</th><th scope="col">What it does</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`,
  );
}

function row(method: string, path: string, { summary = '', description = '' }: Listed): string {
  const what = [summary, description].filter(Boolean).map(safe).join('<br>');
  return `<tr><td><code>${method.toUpperCase()} ${safe(path)}</code></td><td>${what}</td></tr>`;
}
