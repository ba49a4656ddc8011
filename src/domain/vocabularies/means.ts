import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** The weapon or munition that did the harm, as the claimant names it. */
export const means = vocabulary('means', 1, {
  cluster: { en: 'Cluster munition', ar: 'ذخيرة عنقودية' },
  incendiary: { en: 'Incendiary weapon', ar: 'سلاح حارق' },
  barrel_bomb: { en: 'Barrel bomb', ar: 'برميل متفجر' },
  guided_munition: { en: 'Guided munition', ar: 'ذخيرة موجّهة' },
  rocket: { en: 'Rocket', ar: 'صاروخ' },
  artillery_shell: { en: 'Artillery shell', ar: 'قذيفة مدفعية' },
  small_arms: { en: 'Small arms', ar: 'أسلحة صغيرة' },
  explosive_belt: { en: 'Explosive belt', ar: 'حزام ناسف' },
  drone: { en: 'Drone', ar: 'طائرة مسيّرة' },
  chemical: { en: 'Chemical weapon', ar: 'سلاح كيميائي' },
  thermobaric: { en: 'Thermobaric weapon', ar: 'سلاح حراري ضغطي' },
  mine: { en: 'Mine', ar: 'لغم' },
  other: { en: 'Other', ar: 'وسيلة أخرى' },
});

export type Means = CodeOf<typeof means>;
