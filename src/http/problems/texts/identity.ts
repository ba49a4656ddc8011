import { told, type ProblemTexts } from './problem-text.js';

/** Which incident is which, what actors are part of, and what codes things have. */
export const identityTexts: ProblemTexts = {
  'incident-absorbed': told(
    'The incident was merged into another',
    'It lives on in the one that absorbed it. Name that one, or undo the merge first.',
    'دُمج الحادث في حادث آخر',
    'يستمر الحادث ضمن الذي استوعبه. اذكر ذاك أو ألغِ الدمج أولًا.',
  ),
  'merged-into-itself': told(
    'An incident cannot be merged into itself',
    'Name another incident to merge into.',
    'لا يُدمج الحادث في نفسه',
    'اذكر حادثًا آخر ليُدمج فيه.',
  ),
  'already-merged': told(
    'The incident is merged already',
    'An incident is merged into one other at a time. Undo that first.',
    'الحادث مدموج من قبل',
    'لا يُدمج الحادث إلا في واحد. ألغِ الدمج السابق أولًا.',
  ),
  'not-merged': told(
    'The incident is not merged into that one',
    'Only a merge that stands can be undone.',
    'الحادث غير مدموج في ذلك الحادث',
    'لا يُلغى إلا دمج قائم.',
  ),
  'split-into-itself': told(
    'An incident cannot be a part of itself',
    'Claims that are not allocated stay with it; the parts are other incidents.',
    'لا يكون الحادث جزءًا من نفسه',
    'ما لم يُوزَّع من الادعاءات يبقى معه، أما الأجزاء فحوادث أخرى.',
  ),
  'allocated-elsewhere': told(
    'Claims are allocated to something that is no part',
    'Allocate claims only to the incidents that the split names.',
    'وُزّعت ادعاءات على ما ليس جزءًا',
    'لا توزَّع الادعاءات إلا على الحوادث المذكورة في التقسيم.',
  ),
  'allocated-twice': told(
    'A claim is allocated twice',
    'Each claim goes to one part.',
    'وُزّع ادعاء مرتين',
    'يذهب كل ادعاء إلى جزء واحد.',
  ),
  'identifier-already-assigned': told(
    'The incident has this code already',
    'Correct the entry that assigned it, or withdraw the code.',
    'للحادث هذا الرمز من قبل',
    'صحّح القيد الذي أسند الرمز أو اسحب الرمز.',
  ),
  'identifier-not-assigned': told(
    'The incident has no such code',
    'Only a code that was noted for the incident can be withdrawn from it.',
    'ليس للحادث رمز كهذا',
    'لا يُسحب من الحادث إلا رمز سُجّل له.',
  ),
  'period-backwards': told(
    'The period ends before it begins',
    'Its last day is the one before "to".',
    'المدة تنتهي قبل أن تبدأ',
    'آخر يوم فيها هو السابق لقيمة «to».',
  ),
  'part-of-two-at-once': told(
    'An actor is part of one greater actor at a time',
    'End the earlier affiliation, or record a membership.',
    'لا يتبع الفاعل جهتين في وقت واحد',
    'أنهِ التبعية السابقة أو سجّلها عضوية.',
  ),
  'part-of-itself': told(
    'An actor would be part of itself',
    'The chain of what actors are part of has an end.',
    'يصبح الفاعل جزءًا من نفسه',
    'يجب أن تنتهي سلسلة التبعية عند جهة ما.',
  ),
  'reserved-id': told(
    'This id is reserved',
    'Claims use it for somebody unnamed. Choose another.',
    'هذا المعرّف محجوز',
    'تستخدمه الادعاءات لمن لا يُسمّى. اختر غيره.',
  ),
};
