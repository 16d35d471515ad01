/** A language's sentences, each with the runs that are to be found in it: `kind: words`. */
type Table = readonly (readonly [sentence: string, ...runs: string[]])[];

/** By BCP 47 tag. */
export const SENTENCES_WITH_RUNS: Readonly<Record<string, Table>> = {
  es: [
    ['El puente se abrió el 14 de mayo de 2022.', 'date: 14 de mayo de 2022'],
    ['En marzo llegaron veinte barcos.', 'date: marzo', 'number: veinte'],
    [
      'La obra costó 3,5 millones de euros y duró cuatro años.',
      'money: 3,5 millones',
      'duration: cuatro años',
    ],
    ['Votó el 62 % de los vecinos de Puerto Gris.', 'percent: 62', 'name: Puerto Gris'],
    ['La torre es del siglo XIX.', 'date: siglo XIX'],
    [
      '«La ministra Lucía Ferrán lo sabe», dijo.',
      'name: Lucía Ferrán',
      'quote: La ministra Lucía Ferrán lo sabe',
    ],
  ],
  fr: [
    ['Le pont a ouvert le 1er août 1998.', 'date: 1er août 1998'],
    [
      'Au XVIIIe siècle, la ville comptait deux mille habitants.',
      'date: XVIIIe siècle',
      'number: deux mille',
    ],
    ['Il a payé 40 euros à L’Aquila, soit dix pour cent.', 'money: 40', 'name: L’Aquila', 'percent: dix'],
    ['Le siège dura trois semaines.', 'duration: trois semaines'],
  ],
  de: [
    ['Die Brücke wurde am 3. Oktober 1990 eröffnet.', 'date: 3. Oktober 1990'],
    ['Im 19. Jahrhundert lebten hier 400 Menschen.', 'date: 19. Jahrhundert', 'number: 400'],
    ['Das Stadion kostete 80 Millionen Euro.', 'money: 80 Millionen'],
    ['Der Umbau dauerte zwei Jahre, sagte Angela Brandt.', 'duration: zwei Jahre', 'name: Angela Brandt'],
    ['Er bekam zwölf Prozent.', 'percent: zwölf'],
  ],
  pt: [
    ['O museu abriu em 25 de abril de 1974.', 'date: 25 de abril de 1974'],
    ['Custou dois milhões de reais e durou três meses.', 'money: dois milhões', 'duration: três meses'],
    ['O rei Afonso da Silva morreu no século XV.', 'name: Afonso da Silva', 'date: século XV'],
  ],
  it: [
    ['Il ponte aprì il 2 giugno 1946.', 'date: 2 giugno 1946'],
    ['L’assedio durò cinque mesi e costò 300 lire.', 'duration: cinque mesi', 'money: 300'],
    ['La torre dell’Ortigia è del XVI secolo.', 'name: dell’Ortigia', 'date: XVI secolo'],
  ],
  nl: [
    ['De brug ging op 5 mei 1945 open.', 'date: 5 mei 1945'],
    [
      'Het kostte twintig miljoen euro en duurde drie weken.',
      'money: twintig miljoen',
      'duration: drie weken',
    ],
  ],
  ru: [
    ['Мост открыли 14 мая 2022 года.', 'date: 14 мая 2022 года'],
    ['Ремонт стоил 340 000 рублей.', 'money: 340 000'],
    ['В январе приехали двадцать человек.', 'date: январе', 'number: двадцать'],
    ['В 1967 году это стоило 3 млн рублей.', 'date: 1967 году', 'money: 3 млн'],
    ['Стройка заняла четыре года.', 'duration: четыре года'],
    ['За проголосовали 62 процента жителей Зареченска.', 'percent: 62', 'name: Зареченска'],
    ['Собор построен в XIX веке.', 'date: XIX веке'],
  ],
  uk: [
    ['Міст відкрили 3 липня 1999 року.', 'date: 3 липня 1999 року'],
    ['У XVII столітті тут жили 3 тис. осіб.', 'date: XVII столітті', 'number: 3 тис'],
    ['Облога тривала п’ять місяців.', 'duration: п’ять місяців'],
    ['Квиток коштує сорок гривень.', 'money: сорок'],
  ],
  pl: [
    ['Most otwarto 3 maja 1999 roku.', 'date: 3 maja 1999 roku'],
    ['Oblężenie trwało sześć tygodni.', 'duration: sześć tygodni'],
    ['Zapłacił 20 tysięcy złotych.', 'money: 20 tysięcy'],
  ],
  zh: [
    ['大桥于2022年5月14日通车。', 'date: 2022年5月14日'],
    ['他生于1967年。', 'date: 1967年'],
    ['教堂建于19世纪，有三千名工人参加。', 'date: 19世纪', 'number: 三千'],
    ['工程历时四年，耗资3亿美元。', 'duration: 四年', 'money: 3亿'],
    ['项目耗资3.5亿元。', 'money: 3.5亿'],
    ['百分之二十的选民投了票，另有45%弃权。', 'percent: 二十', 'percent: 45'],
  ],
  ja: [
    ['橋は2022年5月14日に開通した。', 'date: 2022年5月14日'],
    ['工事は三年間続き、約5億円かかった。', 'duration: 三年間', 'money: 5億'],
    ['人口は1400万人である。', 'number: 1400万人'],
    ['20世紀に建てられた。', 'date: 20世紀'],
    ['賛成は62パーセントだった。', 'percent: 62'],
  ],
  ko: [
    ['다리는 2022년 5월 14일에 개통되었다.', 'date: 2022년 5월 14일에'],
    ['입장료는 3천원이다.', 'money: 3천원이다'],
    ['공사는 4년간 이어졌다.', 'duration: 4년간'],
  ],
  ar: [
    ['افتتح الجسر في 14 مايو 2022.', 'date: 14 مايو 2022'],
    ['افتتح الجسر في ١٤ أيار ٢٠٢٢.', 'date: ١٤ أيار ٢٠٢٢'],
    ['استمر الحصار ثلاثة أشهر، ثم عامين آخرين.', 'duration: ثلاثة أشهر', 'duration: عامين'],
    ['بلغت التكلفة خمسين مليون دولار.', 'money: خمسين مليون'],
    ['صوت 62 بالمئة من السكان.', 'percent: 62'],
    ['بني في القرن التاسع عشر.', 'date: القرن التاسع عشر'],
  ],
  he: [
    ['הגשר נפתח ב-14 במאי 2022.', 'date: 14 במאי 2022'],
    ['המצור נמשך שלושה חודשים.', 'duration: שלושה חודשים'],
    ['המחיר היה 40 מיליון שקלים.', 'money: 40 מיליון'],
  ],
  fa: [
    ['پل در ۱۴ مه ۲۰۲۲ باز شد.', 'date: ۱۴ مه ۲۰۲۲'],
    ['محاصره سه ماه طول کشید.', 'duration: سه ماه'],
    ['۶۲ درصد رأی دادند.', 'percent: ۶۲'],
  ],
  hi: [
    ['पुल 14 मई 2022 को खुला।', 'date: 14 मई 2022'],
    ['निर्माण में चार साल लगे।', 'duration: चार साल'],
    ['इस पर २० करोड़ रुपये खर्च हुए।', 'money: २० करोड़'],
  ],
  th: [
    ['สะพานเปิดเมื่อวันที่ 12 พฤษภาคม 2510', 'date: 12 พฤษภาคม 2510'],
    ['ใช้เวลา 4 ปี และเงิน 30 ล้านบาท', 'duration: 4 ปี', 'money: 30 ล้าน'],
  ],
  vi: [
    ['Cây cầu mở vào ngày 14 tháng 5 năm 2022.', 'date: ngày 14 tháng 5 năm 2022'],
    ['Cuộc vây hãm kéo dài ba tuần.', 'duration: ba tuần'],
    ['Có 62 phần trăm cử tri ủng hộ.', 'percent: 62'],
  ],
  tr: [
    ['Köprü 14 Mayıs 2022’de açıldı.', 'date: 14 Mayıs 2022'],
    ['Köprü Ocak’ta açıldı.', 'date: Ocak’ta'],
    ['Kuşatma üç hafta sürdü.', 'duration: üç hafta'],
    ['Oyların yüzde 62’sini aldı.', 'percent: 62'],
    ['Bilet 40 lira.', 'money: 40'],
  ],
  el: [
    ['Η γέφυρα άνοιξε στις 14 Μαΐου 2022.', 'date: 14 Μαΐου 2022'],
    ['Η πολιορκία κράτησε τρεις εβδομάδες.', 'duration: τρεις εβδομάδες'],
  ],
  ro: [
    ['Podul s-a deschis pe 14 mai 2022.', 'date: 14 mai 2022'],
    ['Asediul a durat trei săptămâni.', 'duration: trei săptămâni'],
  ],
  sv: [
    ['Bron öppnade den 14 maj 2022.', 'date: 14 maj 2022'],
    ['Belägringen varade i tre veckor och kostade 40 kronor.', 'duration: tre veckor', 'money: 40'],
  ],
  fi: [
    ['Silta avattiin 14. toukokuuta 2022.', 'date: 14. toukokuuta 2022'],
    ['Piiritys kesti kolme viikkoa.', 'duration: kolme viikkoa'],
  ],
};
