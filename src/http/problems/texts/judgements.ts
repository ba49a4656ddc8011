import { told, type ProblemTexts } from './problem-text.js';

/** What we do not judge: sources may publish the impossible, we do not assess it. */
export const judgementTexts: ProblemTexts = {
  'negative-count': told(
    'A count of ours cannot be negative',
    'Sources do publish negative figures, and those are recorded as theirs; an assessment of ours has none.',
    'لا يكون تقديرنا عددًا سالبًا',
    'تنشر المصادر أحيانًا أعدادًا سالبة فتُسجَّل كما هي منسوبة إليها، أما تقديرنا فلا يتضمنها.',
  ),
  'min-above-max': told(
    'The least is more than the most',
    'In an assessment of ours the lower bound cannot lie above the upper one.',
    'الحد الأدنى أكبر من الحد الأعلى',
    'في تقديرنا لا يتجاوز الحد الأدنى الحد الأعلى.',
  ),
  'part-above-whole': told(
    'A part is more than its whole',
    'Children are among persons, civilians among all: what is counted of the part cannot exceed what is counted of the whole.',
    'الجزء أكبر من الكل',
    'الأطفال من جملة الأشخاص والمدنيون من جملة الجميع: لا يتجاوز عدد الجزء عدد الكل.',
  ),
  'coordinates-out-of-range': told(
    'There is no such point on earth',
    'Latitude lies between -90 and 90 degrees, longitude between -180 and 180.',
    'لا توجد نقطة كهذه على الأرض',
    'خط العرض بين ‎-90 و90 درجة، وخط الطول بين ‎-180 و180.',
  ),
  'finding-unknown': told(
    'The claims named do not give this finding',
    'A finding is resolved by its id and by the claims that give it, as the findings of the incident or series name them now.',
    'الادعاءات المذكورة لا تعطي هذه النتيجة',
    'تُحسم النتيجة بمعرّفها وبالادعاءات التي تعطيها، كما تذكرها الآن نتائج الحادثة أو السلسلة.',
  ),
  'confirmed-needs-acceptance': told(
    '"Confirmed" needs that somebody accepts responsibility',
    'The basis of this grade must hold a claim by which a party accepts responsibility for the harm.',
    'درجة «مؤكد» تحتاج إلى إقرار بالمسؤولية',
    'يجب أن يتضمن أساس هذه الدرجة ادعاءً يقر فيه طرف بمسؤوليته عن الضرر.',
  ),
  'fair-needs-two-parties': told(
    '"Fair" needs two independent parties',
    'The basis of this grade must hold claims of two parties. Several voices of one party are one; passing on and compiling add none.',
    'درجة «معقول» تحتاج إلى طرفين مستقلين',
    'يجب أن يتضمن أساس هذه الدرجة ادعاءات من طرفين. أصوات الطرف الواحد صوت واحد، والنقل والتجميع لا يزيدان صوتًا.',
  ),
  'claim-about-another': told(
    'The claim is about something else',
    'Only claims about an incident are ground for judging it, or can be given away when it is split.',
    'الادعاء عن شيء آخر',
    'لا يُبنى الحكم على حادث، ولا تُوزَّع ادعاءاته عند تقسيمه، إلا بما قيل عنه هو.',
  ),
  'in-the-future': told(
    'That time has not come',
    'What is recorded has happened, was said or was decided. A minute is allowed for clocks that differ.',
    'هذا الوقت لم يأتِ بعد',
    'لا يُسجَّل إلا ما وقع أو قيل أو تقرّر. يُسمح بدقيقة واحدة لفرق الساعات.',
  ),
};
