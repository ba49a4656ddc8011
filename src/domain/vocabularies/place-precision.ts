import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** How closely a place is known, best first. */
export const placePrecision = vocabulary('placePrecision', 1, {
  within_1m: { en: 'Within 1 metre', ar: 'ضمن متر واحد' },
  exact_location: { en: 'Exact location', ar: 'الموقع الدقيق' },
  within_100m: { en: 'Within 100 metres', ar: 'ضمن 100 متر' },
  nearby_landmark: { en: 'Nearby landmark', ar: 'معلم قريب' },
  street: { en: 'Street', ar: 'شارع' },
  neighbourhood_area: { en: 'Neighbourhood or area', ar: 'حي أو منطقة' },
  village: { en: 'Village', ar: 'قرية' },
  town: { en: 'Town', ar: 'بلدة' },
  city: { en: 'City', ar: 'مدينة' },
  subdistrict: { en: 'Subdistrict', ar: 'ناحية' },
  district: { en: 'District', ar: 'قضاء' },
  province_governorate: { en: 'Province or governorate', ar: 'محافظة' },
  country: { en: 'Country', ar: 'بلد' },
  unknown: { en: 'Unknown', ar: 'غير معروف' },
});

export type PlacePrecision = CodeOf<typeof placePrecision>;
