import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** In what form we saw what was said. */
export const seen = vocabulary('seen', 1, {
  original: { en: 'Original', ar: 'الأصل' },
  copy: { en: 'Copy', ar: 'نسخة' },
  quoted: { en: 'Quoted', ar: 'اقتباس' },
  secondhand: { en: 'Second-hand', ar: 'نقل غير مباشر' },
});

export type Seen = CodeOf<typeof seen>;
