import { told, type ProblemText, type ProblemTexts } from './problem-text.js';

/** Something a write names that was never recorded. */
const named = (what: string, whatAr: string): ProblemText =>
  told(
    `No such ${what} was recorded`,
    `The body names ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} that the register does not hold, or no longer. Record it first, or mend the id.`,
    `${whatAr} غير موجود في السجل`,
    `يشير المحتوى إلى ${whatAr} لا يتضمنه السجل أو لم يعد يتضمنه. سجّله أولًا أو صحّح المعرّف.`,
  );

/** Something asked about that is not there for the asker: never recorded, later than asked about, or not for their eyes. */
const asked = (what: string, whatAr: string): ProblemText =>
  told(
    `There is no such ${what} here`,
    'It was never recorded, was recorded later than you ask about, or is not for you to see; the answer is the same in each case.',
    `لا يوجد ${whatAr} بهذا المعرّف`,
    'لم يُسجَّل قط، أو سُجّل بعد الوقت الذي تسأل عنه، أو ليس من صلاحيتك رؤيته؛ والجواب واحد في كل الحالات.',
  );

/** What is named or asked about, and is not there. */
export const referenceTexts: ProblemTexts = {
  'statement-unknown': named('statement', 'تصريح'),
  'report-unknown': named('report', 'تقرير'),
  'operation-unknown': named('operation', 'عملية'),
  'incident-unknown': named('incident', 'حادث'),
  'series-unknown': named('series', 'سلسلة'),
  'actor-unknown': named('actor', 'فاعل'),
  'source-unknown': named('source', 'مصدر'),
  'claim-unknown': named('claim', 'ادعاء'),
  'slot-unknown': named('slot', 'خانة من سلسلة'),
  'entry-unknown': named('entry', 'قيد'),
  'passage-unknown': named('passage', 'مقطع'),
  'unknown-statement': asked('statement', 'تصريح'),
  'unknown-report': asked('report', 'تقرير'),
  'unknown-operation': asked('operation', 'عملية'),
  'unknown-incident': asked('incident', 'حادث'),
  'unknown-series': asked('series', 'سلسلة'),
  'unknown-actor': asked('actor', 'فاعل'),
  'unknown-source': asked('source', 'مصدر'),
  'unknown-identifier': asked('identifier', 'رمز'),
  'unknown-vocabulary': asked('vocabulary', 'قائمة مصطلحات'),
  withdrawn: told(
    'It was recorded and then withdrawn',
    'We should not have recorded it and took it back. Ask with recordedAsOf before that to see what it said.',
    'سُجّل ثم سُحب',
    'لم يكن ينبغي تسجيله فسُحب. اسأل بقيمة recordedAsOf سابقة لذلك لترى ما كان فيه.',
  ),
  'subject-elsewhere': told(
    'The entry is about something else',
    'An entry lies with what it is about. Send it to the address of that thing.',
    'القيد يخص شيئًا آخر',
    'يوضع القيد عند الشيء الذي يخصه. أرسله إلى عنوان ذلك الشيء.',
  ),
  'never-archived': told(
    'No copy was ever archived',
    'Only an archived copy has a hash to compare with. Archive the source first.',
    'لم تُحفظ أي نسخة',
    'لا بصمة للمقارنة إلا لنسخة محفوظة. احفظ نسخة من المصدر أولًا.',
  ),
};
