import { told, type ProblemTexts } from './problem-text.js';

/** Links between claims, and what they may join. */
export const linkTexts: ProblemTexts = {
  'link-to-itself': told(
    'It cannot be linked to itself',
    'A link joins two different things.',
    'لا يمكن ربط الشيء بنفسه',
    'يجمع الرابط بين شيئين مختلفين.',
  ),
  'other-party': told(
    'Only the same party supersedes a claim',
    'A party may revise, retract or reaffirm what it said itself. Where one repeats another, record that it relays the claim.',
    'لا يحل محل الادعاء إلا ادعاء الطرف نفسه',
    'للطرف أن يعدّل ما قاله هو أو يسحبه أو يؤكده. وإذا كرّر طرف كلام غيره فسجّل أنه ينقله.',
  ),
  'same-party': told(
    'Only another party relays a claim',
    'Repeating oneself is no relay. Where a party repeats itself, record that it reaffirms.',
    'لا ينقل الادعاء إلا طرف آخر',
    'تكرار الطرف كلامه ليس نقلًا. إذا كرّر الطرف ما قاله فسجّل أنه يؤكده.',
  ),
  'other-kind': told(
    'The claims are of different kinds',
    'Only claims of one kind are linked: a count to a count, a denial to a denial.',
    'الادعاءان من نوعين مختلفين',
    'لا يُربط إلا ادعاءان من نوع واحد: عدد بعدد، ونفي بنفي.',
  ),
  'other-subject': told(
    'The claims are about different things',
    'Only claims about the same incidents, or the same slot of a series, are linked.',
    'الادعاءان عن موضوعين مختلفين',
    'لا تُربط إلا ادعاءات عن الحوادث نفسها أو عن الخانة نفسها من السلسلة.',
  ),
  'claim-of-another-act': told(
    'The claim belongs to another act',
    'A link is recorded at the statement or report it starts from.',
    'الادعاء يخص تصريحًا أو تقريرًا آخر',
    'يُسجَّل الرابط عند التصريح أو التقرير الذي ينطلق منه.',
  ),
  'already-linked': told(
    'They are linked already, in another way',
    'Two claims are linked in one way. Unlink them first, or correct the entry that links them.',
    'مرتبطان من قبل على نحو آخر',
    'يرتبط الادعاءان على نحو واحد. فُكّ الرابط أولًا أو صحّح القيد الذي يربطهما.',
  ),
  'not-linked': told(
    'There is no such link of ours',
    'Only a link that we recorded can be undone. One that the claim itself states is changed by correcting the act.',
    'لا يوجد رابط كهذا من تسجيلنا',
    'لا يُفك إلا رابط سجّلناه نحن. أما ما يذكره الادعاء نفسه فيُغيَّر بتصحيح التصريح أو التقرير.',
  ),
};
