import { told, type ProblemTexts } from './problem-text.js';

/** Corrections, withdrawals and amendments of what we recorded. */
export const entryTexts: ProblemTexts = {
  'not-correctable': told(
    'This entry cannot be corrected',
    'A correction or a withdrawal is not corrected itself: correct the original entry again. Erased words stay erased.',
    'لا يمكن تصحيح هذا القيد',
    'لا يُصحَّح التصحيح ولا السحب نفسه: صحّح القيد الأصلي من جديد. وما مُحي من كلام يبقى ممحوًا.',
  ),
  'entry-already-withdrawn': told(
    'The entry was withdrawn',
    'What was withdrawn stays so. Record what is right as a new entry.',
    'القيد مسحوب',
    'ما سُحب يبقى مسحوبًا. سجّل الصواب في قيد جديد.',
  ),
  'id-changed': told(
    'A correction never changes what an entry is about',
    'Withdraw the entry and record it where it belongs.',
    'التصحيح لا يغيّر ما يخصه القيد',
    'اسحب القيد وسجّله في موضعه الصحيح.',
  ),
  'kind-changed': told(
    'A claim cannot become one of another kind',
    'Leave it out, and add a claim with an id of its own.',
    'لا يتحول الادعاء إلى نوع آخر',
    'احذفه وأضف ادعاءً بمعرّف خاص به.',
  ),
  'nothing-amended': told(
    'The amendment changes nothing',
    'Name at least one thing that changed.',
    'التعديل لا يغيّر شيئًا',
    'اذكر أمرًا واحدًا تغيّر على الأقل.',
  ),
  'slot-removed': told(
    'A slot is missing',
    'Claims may be about any slot there ever was, so an amendment keeps every one.',
    'خانة ناقصة',
    'قد تتعلق ادعاءات بأي خانة وُجدت، لذلك يُبقي التعديل عليها جميعًا.',
  ),
};
