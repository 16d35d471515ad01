import type { Article } from './open-corpus.ts';

/** Three invented articles in each of four languages, on the same subjects. */
export const ARTICLES_BY_LANGUAGE: readonly Article[] = [
  {
    id: 'es-puente',
    language: 'es',
    title: 'Se abre el puente de Almarena',
    text: 'El puente de Almarena se abrió al tráfico el 14 de mayo de 2022. La ministra Lucía Ferrán cortó la cinta. Las obras duraron cuatro años.',
  },
  {
    id: 'es-pesca',
    language: 'es',
    title: 'Menos sardinas en la costa',
    text: 'Los pescadores de Puerto Gris capturaron este verano la mitad de sardinas que hace un año. El agua está demasiado caliente, dicen los biólogos.',
  },
  {
    id: 'es-teatro',
    language: 'es',
    title: 'El teatro municipal cambia de director',
    text: 'Ramón Iturbe dirigirá el teatro municipal a partir de septiembre. Sustituye a Elena Sáenz, que se jubila.',
  },
  {
    id: 'ru-most',
    language: 'ru',
    title: 'В Зареченске открыли мост',
    text: 'Новый мост через реку Тихую открыли в Зареченске 14 мая 2022 года. Ленту перерезала министр Ольга Лебедева. Строительство заняло четыре года.',
  },
  {
    id: 'ru-ryba',
    language: 'ru',
    title: 'Рыбаки остались без улова',
    text: 'Рыбаки поймали этим летом вдвое меньше сельди, чем год назад. Учёные объясняют это тёплой водой.',
  },
  {
    id: 'ru-teatr',
    language: 'ru',
    title: 'У городского театра новый директор',
    text: 'Городской театр с сентября возглавит Пётр Самойлов. Прежний директор Анна Крылова уходит на пенсию.',
  },
  {
    id: 'zh-daqiao',
    language: 'zh',
    title: '青河大桥通车',
    text: '青河大桥于2022年5月14日通车。交通部长林素梅为大桥剪彩。工程历时四年。',
  },
  {
    id: 'zh-yumin',
    language: 'zh',
    title: '渔民收成减半',
    text: '今年夏天渔民捕到的沙丁鱼只有去年的一半。科学家说原因是海水太热。',
  },
  {
    id: 'zh-juyuan',
    language: 'zh',
    title: '市立剧院换院长',
    text: '从九月起，赵明远将担任市立剧院院长。前任院长孙丽华即将退休。',
  },
  {
    id: 'ar-jisr',
    language: 'ar',
    title: 'افتتاح جسر الوادي',
    text: 'افتتح جسر الوادي أمام حركة المرور في 14 مايو 2022. قصّت الوزيرة ليلى حداد الشريط. استغرقت الأعمال أربع سنوات.',
  },
  {
    id: 'ar-sayd',
    language: 'ar',
    title: 'الصيادون يشكون قلة السردين',
    text: 'اصطاد الصيادون هذا الصيف نصف كمية السردين التي اصطادوها قبل عام. ويقول العلماء إن المياه دافئة جدا.',
  },
  {
    id: 'ar-masrah',
    language: 'ar',
    title: 'مدير جديد للمسرح البلدي',
    text: 'سيتولى كريم منصور إدارة المسرح البلدي ابتداء من سبتمبر. وتتقاعد المديرة السابقة سلمى نجار.',
  },
];

export const QUESTIONS_BY_LANGUAGE: readonly (readonly [
  language: string,
  question: string,
  document: string,
  sentence: string,
])[] = [
  ['es', '¿Cuándo se abrió el puente de Almarena?', 'es-puente', 'El puente de Almarena se abrió'],
  ['es', '¿Por qué capturan menos sardinas los pescadores?', 'es-pesca', 'Los pescadores de Puerto Gris'],
  ['es', '¿Quién dirigirá el teatro municipal?', 'es-teatro', 'Ramón Iturbe'],
  ['ru', 'Когда открыли мост в Зареченске?', 'ru-most', 'Новый мост'],
  ['ru', 'Почему рыбаки поймали меньше сельди?', 'ru-ryba', 'Рыбаки поймали'],
  ['ru', 'Кто возглавит городской театр?', 'ru-teatr', 'Городской театр'],
  ['zh', '青河大桥什么时候通车？', 'zh-daqiao', '青河大桥于2022年'],
  ['zh', '渔民捕到多少沙丁鱼？', 'zh-yumin', '今年夏天渔民'],
  ['zh', '谁将担任市立剧院院长？', 'zh-juyuan', '从九月起'],
  ['ar', 'متى افتتح جسر الوادي؟', 'ar-jisr', 'افتتح جسر الوادي'],
  ['ar', 'كم اصطاد الصيادون من السردين؟', 'ar-sayd', 'اصطاد الصيادون'],
  ['ar', 'من سيتولى إدارة المسرح البلدي؟', 'ar-masrah', 'سيتولى كريم منصور'],
];
