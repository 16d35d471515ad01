/**
 * The bot's own words, all of them. They speak about an answer, never about what it says: what is asserted comes from
 * sources only. Dates, names and quotes are not here.
 */
export interface Phrases {
  readonly sources: string;
  readonly closest: string;
  /** Reasons for an abstention. */
  readonly noEvidence: string;
  readonly declined: string;
  readonly unsupported: string;
  /** Before what sources say on a question of right and wrong, or in its place. */
  readonly judgement: string;
  /** In answer to a greeting, or to a question about the bot. */
  readonly talk: string;
  /** In place of a reason, where the question is not in a language of the documents; `{languages}` names theirs. */
  readonly otherLanguage: string;
  /** Marks an answer that no language model wrote. */
  readonly extractive: string;
  /** Before the footnote marks of sources that differ. */
  readonly differNumber: string;
  readonly differDate: string;
  readonly differPosition: string;
  /** Marks a document that restates another in other words. */
  readonly digest: string;
  readonly question: string;
  readonly ask: string;
  readonly documents: string;
  readonly noDocuments: string;
  readonly original: string;
  readonly citedWords: string;
  readonly notArticle: string;
  readonly earlierPart: string;
  readonly laterPart: string;
  readonly skipToContent: string;
  readonly tagline: string;
  readonly searching: string;
  readonly badRequest: string;
  readonly notFound: string;
  readonly busy: string;
  readonly tooSlow: string;
  readonly failed: string;
}

const en: Phrases = {
  sources: 'Sources',
  closest: 'Closest passages',
  noEvidence: 'The corpus holds no answer to this.',
  declined: 'The passages found do not answer this.',
  unsupported: 'No answer could be backed by a quote.',
  judgement: 'This asks for a judgement, which is yours to make: the bot takes no side.',
  talk: 'This bot answers questions about its documents, in their words: ask what they say.',
  otherLanguage:
    'The question is in another language than the documents ({languages}): asked in theirs, it may find more.',
  extractive: 'Quoted word for word, not rewritten.',
  differNumber: 'Sources differ on a number:',
  differDate: 'Sources differ on a date:',
  differPosition: 'Sources differ:',
  digest: 'digest',
  question: 'Question',
  ask: 'Ask',
  documents: 'Documents',
  noDocuments: 'The corpus is empty.',
  original: 'Original',
  citedWords: 'Cited words',
  notArticle: 'Not part of the article, never quoted',
  earlierPart: 'Earlier part',
  laterPart: 'Later part',
  skipToContent: 'Skip to content',
  tagline: 'Every sentence leads to the words it rests on.',
  searching: 'Searching …',
  badRequest: 'This request cannot be understood.',
  notFound: 'There is no such page.',
  busy: 'Too many questions at once. Please try again in a moment.',
  tooSlow: 'This took too long. Please try again.',
  failed: 'Something went wrong. The question was not answered.',
};

const es: Phrases = {
  sources: 'Fuentes',
  closest: 'Pasajes más cercanos',
  noEvidence: 'El corpus no contiene respuesta a esto.',
  declined: 'Los pasajes encontrados no responden a esto.',
  unsupported: 'Ninguna respuesta pudo respaldarse con una cita.',
  judgement: 'Esto pide un juicio, que le corresponde a usted: el bot no toma partido.',
  talk: 'Este bot responde a preguntas sobre sus documentos, con las palabras de estos: pregunte qué dicen.',
  otherLanguage:
    'La pregunta está en otro idioma que los documentos ({languages}): en el de ellos puede encontrar más.',
  extractive: 'Citado palabra por palabra, sin reescribir.',
  differNumber: 'Las fuentes difieren en una cifra:',
  differDate: 'Las fuentes difieren en una fecha:',
  differPosition: 'Las fuentes difieren:',
  digest: 'resumen',
  question: 'Pregunta',
  ask: 'Preguntar',
  documents: 'Documentos',
  noDocuments: 'El corpus está vacío.',
  original: 'Original',
  citedWords: 'Palabras citadas',
  notArticle: 'No forma parte del artículo, nunca se cita',
  earlierPart: 'Parte anterior',
  laterPart: 'Parte siguiente',
  skipToContent: 'Ir al contenido',
  tagline: 'Cada frase lleva a las palabras en que se apoya.',
  searching: 'Buscando…',
  badRequest: 'No se entiende esta solicitud.',
  notFound: 'Esta página no existe.',
  busy: 'Demasiadas preguntas a la vez. Inténtelo de nuevo en un momento.',
  tooSlow: 'Ha tardado demasiado. Inténtelo de nuevo.',
  failed: 'Algo ha fallado. La pregunta no se ha respondido.',
};

const fr: Phrases = {
  sources: 'Sources',
  closest: 'Passages les plus proches',
  noEvidence: 'Le corpus ne contient pas de réponse à cette question.',
  declined: 'Les passages trouvés n’y répondent pas.',
  unsupported: 'Aucune réponse n’a pu être appuyée par une citation.',
  judgement: 'Cette question demande un jugement, qui vous revient : le bot ne prend pas parti.',
  talk: 'Ce bot répond aux questions sur ses documents, avec leurs mots : demandez ce qu’ils disent.',
  otherLanguage:
    'La question est dans une autre langue que les documents ({languages}) : posée dans la leur, elle peut trouver plus.',
  extractive: 'Cité mot pour mot, sans reformulation.',
  differNumber: 'Les sources diffèrent sur un chiffre :',
  differDate: 'Les sources diffèrent sur une date :',
  differPosition: 'Les sources diffèrent :',
  digest: 'résumé',
  question: 'Question',
  ask: 'Demander',
  documents: 'Documents',
  noDocuments: 'Le corpus est vide.',
  original: 'Original',
  citedWords: 'Mots cités',
  notArticle: 'Hors de l’article, jamais cité',
  earlierPart: 'Partie précédente',
  laterPart: 'Partie suivante',
  skipToContent: 'Aller au contenu',
  tagline: 'Chaque phrase mène aux mots sur lesquels elle s’appuie.',
  searching: 'Recherche…',
  badRequest: 'Cette requête n’est pas compréhensible.',
  notFound: 'Cette page n’existe pas.',
  busy: 'Trop de questions à la fois. Réessayez dans un instant.',
  tooSlow: 'Cela a pris trop de temps. Réessayez.',
  failed: 'Une erreur s’est produite. La question est restée sans réponse.',
};

const de: Phrases = {
  sources: 'Quellen',
  closest: 'Nächstliegende Stellen',
  noEvidence: 'Der Korpus enthält darauf keine Antwort.',
  declined: 'Die gefundenen Stellen beantworten das nicht.',
  unsupported: 'Keine Antwort ließ sich mit einem Zitat belegen.',
  judgement: 'Das verlangt ein Urteil, und das ist Ihre Sache: Der Bot ergreift nicht Partei.',
  talk: 'Dieser Bot beantwortet Fragen zu seinen Dokumenten, mit deren Worten: Fragen Sie, was darin steht.',
  otherLanguage:
    'Die Frage ist in einer anderen Sprache als die Dokumente ({languages}): In deren Sprache findet sie vielleicht mehr.',
  extractive: 'Wörtlich zitiert, nicht umformuliert.',
  differNumber: 'Die Quellen nennen verschiedene Zahlen:',
  differDate: 'Die Quellen nennen verschiedene Daten:',
  differPosition: 'Die Quellen unterscheiden sich:',
  digest: 'Zusammenfassung',
  question: 'Frage',
  ask: 'Fragen',
  documents: 'Dokumente',
  noDocuments: 'Der Korpus ist leer.',
  original: 'Original',
  citedWords: 'Zitierte Stelle',
  notArticle: 'Nicht Teil des Artikels, wird nie zitiert',
  earlierPart: 'Vorheriger Teil',
  laterPart: 'Nächster Teil',
  skipToContent: 'Zum Inhalt',
  tagline: 'Jeder Satz führt zu den Worten, auf denen er beruht.',
  searching: 'Suche läuft …',
  badRequest: 'Diese Anfrage ist nicht verständlich.',
  notFound: 'Diese Seite gibt es nicht.',
  busy: 'Zu viele Fragen auf einmal. Bitte gleich noch einmal versuchen.',
  tooSlow: 'Das hat zu lange gedauert. Bitte noch einmal versuchen.',
  failed: 'Etwas ist schiefgegangen. Die Frage wurde nicht beantwortet.',
};

const ru: Phrases = {
  sources: 'Источники',
  closest: 'Ближайшие фрагменты',
  noEvidence: 'В корпусе нет ответа на этот вопрос.',
  declined: 'Найденные фрагменты не отвечают на этот вопрос.',
  unsupported: 'Ни один ответ не удалось подтвердить цитатой.',
  judgement: 'Это вопрос оценки, и судить вам: бот не принимает ничью сторону.',
  talk: 'Этот бот отвечает на вопросы о своих документах их же словами: спросите, что в них сказано.',
  otherLanguage: 'Вопрос задан не на языке документов ({languages}): на их языке может найтись больше.',
  extractive: 'Процитировано дословно, без пересказа.',
  differNumber: 'Источники расходятся в числе:',
  differDate: 'Источники расходятся в дате:',
  differPosition: 'Источники расходятся:',
  digest: 'пересказ',
  question: 'Вопрос',
  ask: 'Спросить',
  documents: 'Документы',
  noDocuments: 'Корпус пуст.',
  original: 'Оригинал',
  citedWords: 'Процитированные слова',
  notArticle: 'Не часть статьи, никогда не цитируется',
  earlierPart: 'Предыдущая часть',
  laterPart: 'Следующая часть',
  skipToContent: 'Перейти к содержанию',
  tagline: 'Каждое предложение ведёт к словам, на которых оно основано.',
  searching: 'Поиск…',
  badRequest: 'Этот запрос непонятен.',
  notFound: 'Такой страницы нет.',
  busy: 'Слишком много вопросов сразу. Попробуйте ещё раз чуть позже.',
  tooSlow: 'Это заняло слишком много времени. Попробуйте ещё раз.',
  failed: 'Что-то пошло не так. Вопрос остался без ответа.',
};

const ar: Phrases = {
  sources: 'المصادر',
  closest: 'أقرب المقاطع',
  noEvidence: 'لا تحتوي المجموعة على إجابة عن هذا السؤال.',
  declined: 'المقاطع التي عُثر عليها لا تجيب عن هذا السؤال.',
  unsupported: 'تعذّر دعم أي إجابة باقتباس.',
  judgement: 'هذا سؤال يطلب حكمًا، والحكم لك: البوت لا ينحاز إلى أي طرف.',
  talk: 'يجيب هذا البوت عن أسئلة حول وثائقه بكلماتها: اسأل عمّا تقوله.',
  otherLanguage: 'السؤال بلغة غير لغة الوثائق ({languages}): قد يُعثر على المزيد إذا طُرح بلغتها.',
  extractive: 'مقتبس حرفيًا دون إعادة صياغة.',
  differNumber: 'تختلف المصادر في رقم:',
  differDate: 'تختلف المصادر في تاريخ:',
  differPosition: 'تختلف المصادر:',
  digest: 'ملخص',
  question: 'السؤال',
  ask: 'اسأل',
  documents: 'الوثائق',
  noDocuments: 'المجموعة فارغة.',
  original: 'الأصل',
  citedWords: 'الكلمات المقتبسة',
  notArticle: 'ليس جزءًا من المقال ولا يُقتبس أبدًا',
  earlierPart: 'الجزء السابق',
  laterPart: 'الجزء التالي',
  skipToContent: 'انتقل إلى المحتوى',
  tagline: 'كل جملة تقود إلى الكلمات التي تستند إليها.',
  searching: 'جارٍ البحث…',
  badRequest: 'تعذّر فهم هذا الطلب.',
  notFound: 'لا توجد صفحة كهذه.',
  busy: 'أسئلة كثيرة في وقت واحد. حاول مرة أخرى بعد لحظات.',
  tooSlow: 'استغرق هذا وقتًا طويلًا. حاول مرة أخرى.',
  failed: 'حدث خطأ ما. لم تتم الإجابة عن السؤال.',
};

const he: Phrases = {
  sources: 'מקורות',
  closest: 'הקטעים הקרובים ביותר',
  noEvidence: 'אין במאגר תשובה לשאלה הזאת.',
  declined: 'הקטעים שנמצאו אינם עונים על השאלה.',
  unsupported: 'לא נמצא ציטוט שתומך בתשובה כלשהי.',
  judgement: 'השאלה מבקשת שיפוט, והוא בידיכם: הבוט אינו נוקט עמדה.',
  talk: 'הבוט הזה עונה על שאלות על המסמכים שלו, במילים שלהם: שאלו מה כתוב בהם.',
  otherLanguage: 'השאלה בשפה אחרת משפת המסמכים ({languages}): בשפתם אולי יימצא יותר.',
  extractive: 'מצוטט מילה במילה, ללא ניסוח מחדש.',
  differNumber: 'המקורות חלוקים במספר:',
  differDate: 'המקורות חלוקים בתאריך:',
  differPosition: 'המקורות חלוקים:',
  digest: 'תקציר',
  question: 'שאלה',
  ask: 'שאל',
  documents: 'מסמכים',
  noDocuments: 'המאגר ריק.',
  original: 'המקור',
  citedWords: 'המילים המצוטטות',
  notArticle: 'אינו חלק מהכתבה ולעולם אינו מצוטט',
  earlierPart: 'החלק הקודם',
  laterPart: 'החלק הבא',
  skipToContent: 'דילוג לתוכן',
  tagline: 'כל משפט מוביל אל המילים שעליהן הוא נשען.',
  searching: 'מחפש…',
  badRequest: 'לא ניתן להבין את הבקשה.',
  notFound: 'אין דף כזה.',
  busy: 'יותר מדי שאלות בבת אחת. נסו שוב בעוד רגע.',
  tooSlow: 'זה ארך זמן רב מדי. נסו שוב.',
  failed: 'משהו השתבש. השאלה לא נענתה.',
};

/** By primary language subtag. */
export const PHRASES: ReadonlyMap<string, Phrases> = new Map(Object.entries({ en, es, fr, de, ru, ar, he }));

/** The phrases of a BCP 47 tag; English where the language is not spoken. */
export function phrasesFor(locale: string): Phrases {
  return PHRASES.get(languageOf(locale)) ?? en;
}

/** The first of the languages, in order of preference, that has phrases; otherwise `en`. */
export function spokenLocale(preferred: readonly string[]): string {
  return preferred.find((locale) => PHRASES.has(languageOf(locale))) ?? 'en';
}

export function languageOf(locale: string): string {
  return locale.toLowerCase().split('-', 1)[0] ?? '';
}
