import { told, type ProblemTexts } from './problem-text.js';

/** Who may ask, and about the keys themselves. */
export const accessTexts: ProblemTexts = {
  'key-missing': told(
    'An API key is needed',
    'Send your key as "Authorization: Bearer <key>". Without one, at most what is public can be read, and only where the operator allows it.',
    'يلزم مفتاح للواجهة البرمجية',
    'أرسل مفتاحك في الترويسة Authorization: Bearer. من دون مفتاح لا يُقرأ إلا ما هو عام، وحيث يسمح المشغّل بذلك فقط.',
  ),
  'key-refused': told(
    'The API key is not valid',
    'The key is unknown, has expired or was revoked; it is not said which. Ask an admin for a new one.',
    'المفتاح غير صالح',
    'المفتاح غير معروف أو انتهت مدته أو أُلغي، ولا يُفصح عن أيها. اطلب مفتاحًا جديدًا من المسؤول.',
  ),
  'role-too-low': told(
    'Your role does not reach this',
    'The key is valid, but what was asked needs a role above its own.',
    'صلاحيتك لا تكفي لهذا',
    'المفتاح صالح، لكن المطلوب يحتاج إلى صلاحية أعلى من صلاحيته.',
  ),
  'key-not-possible': told(
    'This cannot be done with keys',
    'What was asked about an API key is not possible: its name, role, end or the key itself does not fit.',
    'لا يمكن فعل هذا بالمفاتيح',
    'المطلوب بشأن مفتاح الواجهة غير ممكن: اسمه أو صلاحيته أو نهايته أو المفتاح نفسه لا يناسب.',
  ),
};
