import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** What sort of body or person an actor is. */
export const actorType = vocabulary('actorType', 1, {
  belligerent: { en: 'Belligerent', ar: 'طرف في النزاع' },
  state: { en: 'State', ar: 'دولة' },
  state_media: { en: 'State media', ar: 'إعلام رسمي' },
  un_agency: { en: 'UN agency', ar: 'وكالة تابعة للأمم المتحدة' },
  monitor_ngo: { en: 'Monitoring NGO', ar: 'منظمة رصد غير حكومية' },
  first_responder: { en: 'First responder', ar: 'مستجيب أول' },
  local_media: { en: 'Local media', ar: 'إعلام محلي' },
  national_media: { en: 'National media', ar: 'إعلام وطني' },
  international_media: { en: 'International media', ar: 'إعلام دولي' },
  social_media: { en: 'Social media', ar: 'وسائل التواصل الاجتماعي' },
  eyewitness: { en: 'Eyewitness', ar: 'شاهد عيان' },
  court: { en: 'Court', ar: 'محكمة' },
  hospital: { en: 'Hospital', ar: 'مستشفى' },
  armed_group: { en: 'Armed group', ar: 'جماعة مسلحة' },
  academic: { en: 'Academic', ar: 'جهة أكاديمية' },
  official: { en: 'Official', ar: 'مسؤول رسمي' },
});

export type ActorType = CodeOf<typeof actorType>;
