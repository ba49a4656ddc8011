import { told, type ProblemTexts } from './problem-text.js';

/** Others were there before, or the same request was. */
export const concurrencyTexts: ProblemTexts = {
  'in-flight': told(
    'The same request is still being answered',
    'A request with this Idempotency-Key has not come to its end yet. Wait a moment and send it again to get its answer.',
    'الطلب نفسه ما زال قيد المعالجة',
    'طلب سابق بمفتاح Idempotency-Key نفسه لم يكتمل بعد. انتظر لحظة ثم أعد إرساله لتحصل على جوابه.',
  ),
  'idempotency-key-reused': told(
    'The Idempotency-Key was used for another request',
    'A key belongs to one request for good. Send another request with a key of its own.',
    'استُخدم مفتاح Idempotency-Key لطلب آخر',
    'كل مفتاح يخص طلبًا واحدًا دائمًا. أرسل الطلب الآخر بمفتاح خاص به.',
  ),
  'already-exists': told(
    'The id is taken',
    'Something was recorded under this id before. Ids are never reused, not even of what was withdrawn.',
    'المعرّف مستخدم',
    'سُجّل شيء بهذا المعرّف من قبل. لا يُعاد استخدام المعرّفات أبدًا، حتى معرّفات ما سُحب.',
  ),
  'stale-revision': told(
    'It has changed since you looked',
    'The revision in If-Match is not the last one. Look at what there is now, and decide again.',
    'تغيّر منذ آخر اطلاع لك',
    'المراجعة المذكورة في If-Match ليست الأخيرة. اطّلع على الوضع الحالي ثم قرّر من جديد.',
  ),
  'if-match-required': told(
    'Say which revision you saw',
    'This changes what others may be changing too, so it asks for the revision you saw, as If-Match.',
    'اذكر المراجعة التي اطّلعت عليها',
    'هذا الطلب يغيّر ما قد يغيّره غيرك أيضًا، لذا يلزم ذكر المراجعة التي اطّلعت عليها في If-Match.',
  ),
  contended: told(
    'Too many are writing at once',
    'Others kept being faster. Nothing was recorded; try again.',
    'كثيرون يكتبون في الوقت نفسه',
    'سبقك آخرون مرارًا. لم يُسجَّل شيء؛ حاول مرة أخرى.',
  ),
};
