import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** What sort of military operation it was. */
export const operationKind = vocabulary('operationKind', 1, {
  airstrike: { en: 'Airstrike', ar: 'غارة جوية' },
  drone_strike: { en: 'Drone strike', ar: 'ضربة بطائرة مسيّرة' },
  artillery: { en: 'Artillery', ar: 'قصف مدفعي' },
  airstrike_or_artillery: { en: 'Airstrike or artillery', ar: 'غارة جوية أو قصف مدفعي' },
  ground_raid: { en: 'Ground raid', ar: 'مداهمة برية' },
  counter_terrorism_ground: { en: 'Counter-terrorism ground operation', ar: 'عملية برية لمكافحة الإرهاب' },
  naval: { en: 'Naval operation', ar: 'عملية بحرية' },
  ground_operation: { en: 'Ground operation', ar: 'عملية برية' },
  unknown: { en: 'Unknown', ar: 'نوع غير معروف' },
});

export type OperationKind = CodeOf<typeof operationKind>;
