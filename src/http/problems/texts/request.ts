import { told, type ProblemTexts } from './problem-text.js';

/** What is wrong with how something was asked or sent. */
export const requestTexts: ProblemTexts = {
  'malformed-json': told(
    'The body is not JSON',
    'The body must be one JSON value in UTF-8, sent whole, in which no object names a key twice. Nothing was recorded.',
    'محتوى الطلب ليس بصيغة JSON',
    'يجب أن يكون محتوى الطلب قيمة JSON واحدة كاملة بترميز UTF-8، لا يتكرر فيها مفتاح في الكائن نفسه. لم يُسجَّل شيء.',
  ),
  'malformed-request': told(
    'The request cannot be understood',
    'Its address, its headers or its form break the rules of HTTP. Nothing was recorded.',
    'تعذّر فهم الطلب',
    'عنوان الطلب أو ترويساته أو شكله مخالف لقواعد HTTP. لم يُسجَّل شيء.',
  ),
  'invalid-data': told(
    'The data has the wrong form',
    'One or more fields are missing, unknown or of the wrong form. Each is named with its place in the body; mend them and send it again.',
    'شكل البيانات غير صحيح',
    'حقل أو أكثر ناقص أو غير معروف أو غير صحيح. يُذكر كل حقل مع موضعه في محتوى الطلب؛ صحّحها ثم أعد الإرسال.',
  ),
  'invalid-query': told(
    'A query parameter cannot be understood',
    'A parameter in the address is unknown here, was given twice or has a value it cannot have.',
    'معامل غير مفهوم في العنوان',
    'أحد معاملات العنوان غير معروف هنا أو ذُكر مرتين أو له قيمة غير ممكنة.',
  ),
  'invalid-cursor': told(
    'The cursor does not belong to this list',
    'A cursor is good only for the list that gave it out, with the same filters and clocks. Begin without one and follow the links named "next".',
    'المؤشر لا يخص هذه القائمة',
    'لا يصلح المؤشر إلا للقائمة التي أصدرته بالمرشحات والأزمنة نفسها. ابدأ من دونه واتبع روابط «next».',
  ),
  'invalid-header': told(
    'A header cannot be understood',
    'A header has a value it cannot have, or cannot be sent here. The detail names it and what it should look like.',
    'ترويسة غير مفهومة',
    'لإحدى الترويسات قيمة غير ممكنة، أو لا يمكن إرسالها هنا. يذكر التفصيل اسمها والشكل المطلوب.',
  ),
  'malformed-position': told(
    'This is no position of the log',
    'Positions are opaque: send only those that an answer gave you, and only to the register that gave them.',
    'هذا ليس موضعًا في السجل',
    'المواضع رموز مغلقة: لا ترسل إلا ما أعطاك إياه جواب سابق، وإلى السجل نفسه الذي أصدره.',
  ),
  'ids-differ': told(
    'Path and body name different things',
    'The id in the address and the one in the body must be the same; the one in the body may be left out.',
    'العنوان والمحتوى يسميان شيئين مختلفين',
    'يجب أن يتطابق المعرّف في العنوان مع المعرّف في المحتوى، ويمكن حذفه من المحتوى.',
  ),
  'not-found': told(
    'There is nothing at this address',
    'No route has this address. The addresses there are stand in the description of the API.',
    'لا شيء في هذا العنوان',
    'لا يوجد مسار بهذا العنوان. العناوين المتاحة مذكورة في وصف الواجهة البرمجية.',
  ),
  'method-not-allowed': told(
    'This method is not possible here',
    'The address exists but takes other methods; the header Allow names them.',
    'الطريقة غير متاحة هنا',
    'العنوان موجود لكنه يقبل طرقًا أخرى تذكرها الترويسة Allow.',
  ),
  'too-slow': told(
    'The request came too slowly',
    'The whole of a request must have come within a time set by the operator. Nothing was recorded; send it again.',
    'وصل الطلب ببطء شديد',
    'يجب أن يصل الطلب كاملًا ضمن مهلة يحددها المشغّل. لم يُسجَّل شيء؛ أعد الإرسال.',
  ),
  'too-large': told(
    'That is too large',
    'The body, or what would be recorded of it, is larger than is taken. Nothing was recorded; send it in smaller parts.',
    'الحجم أكبر من المسموح',
    'محتوى الطلب أو ما سيُسجَّل منه أكبر مما يُقبل. لم يُسجَّل شيء؛ أرسله في أجزاء أصغر.',
  ),
  'headers-too-large': told(
    'The headers are too large',
    'Address and headers together are larger than is taken.',
    'الترويسات كبيرة جدًا',
    'حجم العنوان والترويسات معًا أكبر مما يُقبل.',
  ),
  'expectation-failed': told(
    'What was expected cannot be promised',
    'The header Expect asks for something that is not done here. Leave it out.',
    'لا يمكن الوعد بالمتوقَّع',
    'تطلب الترويسة Expect أمرًا لا يُنفَّذ هنا. احذفها.',
  ),
  'unsupported-media-type': told(
    'The body is of another kind than JSON',
    'Send the body as JSON, with Content-Type: application/json.',
    'نوع المحتوى ليس JSON',
    'أرسل المحتوى بصيغة JSON مع الترويسة Content-Type: application/json.',
  ),
  'too-many-requests': told(
    'Too many requests',
    'A key, or an address without one, may make a limited number of requests a minute. Retry-After says in how many seconds to go on.',
    'طلبات كثيرة جدًا',
    'لكل مفتاح، أو لكل عنوان بلا مفتاح، عدد محدود من الطلبات في الدقيقة. تذكر الترويسة Retry-After بعد كم ثانية يمكن المتابعة.',
  ),
  internal: told(
    'Something went wrong that should not',
    'This is a fault of the service and not of the request. The trace id finds it in the log of the service; whether something was recorded can be seen by sending it again with the same Idempotency-Key.',
    'حدث خطأ لم يكن متوقعًا',
    'الخطأ في الخدمة لا في الطلب. يدل معرّف التتبّع عليه في سجل تشغيل الخدمة، ويمكن معرفة ما إذا سُجّل شيء بإعادة الإرسال بمفتاح Idempotency-Key نفسه.',
  ),
  unavailable: told(
    'The register cannot be reached',
    'The service runs, but its log or its database does not answer at the moment. Try again after the time in Retry-After.',
    'تعذّر الوصول إلى السجل',
    'الخدمة تعمل لكن سجلها أو قاعدة بياناتها لا تستجيب الآن. حاول بعد المدة المذكورة في Retry-After.',
  ),
  'history-incomplete': told(
    'Part of the history is missing',
    'The log no longer holds all that was recorded about this. Nothing is answered from the rest, and nothing was recorded. The operator finds in the service’s own log what is missing, and restores it from a back-up.',
    'جزء من تاريخ السجل مفقود',
    'لم يعد السجل يحوي كل ما سُجِّل في هذا الشأن. لا تُبنى إجابة على ما بقي منه، ولم يُسجَّل شيء. يجد المشغّل في سجل تشغيل الخدمة ما هو مفقود، ويستعيده من نسخة احتياطية.',
  ),
  'not-caught-up': told(
    'What is read here is not that far yet',
    'What was written at the position asked for is recorded, but cannot be read here yet. Ask again in a moment.',
    'لم تصل القراءة إلى هذا الموضع بعد',
    'ما كُتب عند الموضع المطلوب مسجَّل، لكنه غير متاح للقراءة هنا بعد. أعد السؤال بعد لحظات.',
  ),
  'projection-stopped': told(
    'What is read here has stopped moving',
    'What was written is recorded, but what is read here has stopped before it and will not go on by itself: asking again is of no use. Without a position to wait for, what there is can still be read. An admin finds the event it stopped at.',
    'توقفت القراءة هنا عن التقدّم',
    'ما كُتب مسجَّل، لكن ما يُقرأ هنا توقف قبله ولن يواصل من تلقاء نفسه، فلا فائدة من إعادة السؤال. يمكن قراءة المتاح من دون تحديد موضع للانتظار. يجد المدير الحدث الذي توقفت القراءة عنده.',
  ),
  'not-ready': told(
    'This instance cannot serve',
    'It runs, but something that it stands on does not answer; the detail says which part. Send requests to another instance meanwhile.',
    'هذه النسخة غير جاهزة للخدمة',
    'النسخة تعمل، لكن شيئًا تعتمد عليه لا يستجيب؛ يذكر التفصيل أي جزء هو. أرسل الطلبات إلى نسخة أخرى في هذه الأثناء.',
  ),
};
