import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** Why a public code no longer belongs to an incident. */
export const identifierWithdrawalReason = vocabulary('identifierWithdrawalReason', 1, {
  reassigned: { en: 'Reassigned to another incident', ar: 'أُعيد تخصيصه لحادثة أخرى' },
  assigned_in_error: { en: 'Assigned in error', ar: 'خُصِّص خطأً' },
  merged: { en: 'Incidents merged', ar: 'دمج الحوادث' },
  other: { en: 'Other', ar: 'سبب آخر' },
});

export type IdentifierWithdrawalReason = CodeOf<typeof identifierWithdrawalReason>;
