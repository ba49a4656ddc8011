import { directionOf, LANGUAGES } from '../language.js';
import { htmlPage, safe } from '../pages/html.js';
import { statusOf } from './statuses.js';
import { problemTexts } from './texts/index.js';
import type { ProblemText } from './texts/problem-text.js';

/** What a kind of problem means, for whoever follows its `type`: in both languages. */
export function problemPage(code: string, text: ProblemText): string {
  const sections = LANGUAGES.map(
    (language) => `<section lang="${language}" dir="${directionOf(language)}">
<h2>${safe(text[language].title)}</h2>
<p>${safe(text[language].explanation)}</p>
</section>`,
  );
  return htmlPage(
    text.en.title,
    `<h1><code>${safe(code)}</code></h1>
<p>HTTP ${statusOf(code)}</p>
${sections.join('\n')}
<p><a href="/problems">All problems</a> · <a href="/problems" lang="ar" dir="rtl">كل المشكلات</a></p>`,
  );
}

/** All kinds of problems there are. */
export function problemList(): string {
  const rows = [...problemTexts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, { en, ar }]) => `<tr><td><a href="/problems/${safe(code)}"><code>${safe(code)}</code></a></td>
<td>${statusOf(code)}</td><td>${safe(en.title)}</td><td lang="ar" dir="rtl">${safe(ar.title)}</td></tr>`,
    );
  return htmlPage(
    'Problems',
    `<h1>Problems <span lang="ar" dir="rtl">المشكلات</span></h1>
<table>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">What it is</th><th scope="col" lang="ar" dir="rtl">ما هي</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`,
  );
}
