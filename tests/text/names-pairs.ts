/**
 * Pairs of words that are, or are not, spellings of one name in English news. Written from general knowledge.
 * Every third pair of each list is the check set: nothing was tuned on it.
 */
export type NamePair = readonly [string, string];

/** Spellings of one name. */
export const SAME: readonly NamePair[] = pairs(`
  Mashal Mashaal | Mashaal Meshaal | Meshaal Mish'al | Mashal Meshal | Fateh Fatah | Haniyya Haniyah
  Haniyah Haniyeh | Haniyya Haniya | Qorei Qureia | Qureia Qurei | Qureia Qureʿi | Zahar Zahhar
  al-Zahar Az-Zahhar | Al-Zahar Zahar | al-Zahar el-Zahar | Mahmoud Mahmud | Muhammad Mohammed | Mohammed Mohamed
  Mohamed Muhammad | Mohammad Mohamed | Qaddafi Gaddafi | Gaddafi Kadafi | Kadafi Gadhafi | Qadhafi Gaddafi
  Hizbullah Hezbollah | Hizballah Hezbollah | Osama Usama | Hussein Husayn | Hussain Hussein | Abdullah Abdallah
  Nasrallah Nasralla | Abdul-Rahman Abdurrahman | Abdel-Aziz Abdulaziz | Sheikh Shaykh | Khamenei Khamenai | Ahmadinejad Ahmadinezhad
  Rouhani Ruhani | Khatami Khatemi | Yasser Yasir | Arafat Arafaat | Saddam Sadam | Omar Umar
  Assad Asad | al-Assad el-Asad | ash-Sharif al-Sharif | Sharm-el-Sheikh Sharm-al-Shaykh | Ramadan Ramadhan | Quran Koran
  Makkah Mecca | Zawahiri Zawahri | al-Qaeda al-Qaida | Qaida Qaeda | Baghdadi Bagdadi | Moussa Musa
  Youssef Yusuf | Yousef Youssef | Netanyahu Netanyahoo | Erekat Ereikat | Erekat Erakat | Barghouti Barghouthi
  Dahlan Dahlane | Taliban Taleban | Bin-Laden Bin-Ladin | Jamal Gamal | Zelensky Zelenskyy | Zelensky Zelenskiy
  Zelenskyi Zelensky | Yeltsin Eltsin | Kiev Kyiv | Kharkov Kharkiv | Tchaikovsky Chaikovsky | Sergei Sergey
  Dmitri Dmitry | Dmitriy Dimitri | Khodorkovsky Khodorkovskiy | Navalny Navalniy | Medvedev Medvedyev | Gorbachev Gorbachov
  Chekhov Chekov | Dostoevsky Dostoyevsky | Alexei Aleksey | Aleksandr Alexander | Yushchenko Iushchenko | Poroshenko Poroshenka
  Lviv Lvov | Odesa Odessa | Tolstoy Tolstoi | Yanukovych Yanukovich | Lavrov Lawrow | Xi Hsi
  Jinping Chin-p'ing | Zedong Tse-tung | Beijing Peking | Zhou Chou | Xiaoping Hsiao-p'ing | Enlai En-lai
  Nanjing Nanking | Deng Teng | Zhang Chang | José Jose | González Gonzalez | Gonzales González
  Chávez Chavez | Rodríguez Rodriguez | Rodrigues Rodriguez | São Sao | Peña Pena | Giménez Jiménez
  Erdoğan Erdogan | Şahin Sahin | Yıldırım Yildirim | Davutoğlu Davutoglu | Müller Mueller | Müller Muller
  Schröder Schroeder | Köhler Kohler | Weiß Weiss | Søren Soren | Søren Soeren | Håkan Haakan
  Wałęsa Walesa | Łódź Lodz | Kaczyński Kaczynski | Nguyễn Nguyen | Đặng Dang | Đoković Djokovic
  Djokovic Đoković | Milošević Milosevic | Abbas Abbas's | Mashaal Mashaal’s | Catherine Katherine | Stephen Steven
  Kathryn Katherine | Jon John | Sarah Sara | Teheran Tehran | Kabul Kaboul | Bucharest Bukharest
`);

/** Words that are not: other names, other words, and words derived from a name. */
export const DIFFERENT: readonly NamePair[] = pairs(`
  Mosul Moselle | Iran Iraq | Abbas Abyss | Rice Reich | Straw Stray | Livni Lebanon
  Olmert Albert | Niger Nigeria | Austria Australia | Slovakia Slovenia | Biden Bidden | Paris Perez
  Carter Cartier | Jordan Jordanian | Israel Israeli | Palestine Palestinian | Mahmoud Muhammad | Ahmed Mahmoud
  Fatah Fatima | Hamas Hamza | Gaza Giza | Syria Serbia | Cairo Carey | Egypt Egyptian
  Netanya Netanyahu | Putin Patton | Obama Osama | Bush Boss | Clinton Clayton | Trump Tramp
  Merkel Markle | Macron Micron | Hollande Holland | Blair Blur | Brown Brawn | Cameron Cameroon
  Johnson Johnston | Martin Morton | Miller Muller | Baker Becker | Walker Welker | Taylor Tyler
  Mary Moro | Marco Mark | Maria Mario | Paula Paulo | Dan Don | Ben Bonn
  Jack Jock | Jean Joan | Tim Tom | Sean Susan | Kim Kimi | Lee Lieu
  Zhou Zhu | Wang Wei | Chen Chan | Li Lu | Xi Xu | Beijing Bering
  Mali Malawi | Mali Mile | Oman Omani | Yemen Yemeni | Kuwait Kuwaiti | Chad Chaudhry
  Congo Conga | Guinea Guiana | Gambia Zambia | Sudan Sedan | Lima Lome | Peru Perry
  Chile Chilean | China Chinese | Russia Russian | Turkey Turki | Greece Grace | Berlin Brolin
  Boston Bostan | Austin Austen | Dallas Delos | Houston Huston | Denver Denvir | Salem Salim
  Kerry Curry | Gore Gorey | Dole Doyle | Powell Paul | Rumsfeld Ramsfield | Sharon Sheeran
  Peres Paris | Barak Brock | Rabin Robin | Begin Began | Dayan Diana | Meir Maori
  Straw Strew | Solana Solano | Annan Anna | Ban Bana | Carter Garter | Fayyad Fahd
  Qatar Guitar | Tehran Tehrani | Basra Bosra | Aden Aidan | Doha Daho | Riyadh Read
  Stalin Stallone | Lenin Lennon | Gorbachev Gerasimov | Ivan Ian | Kiev Cave | Minsk Monsanto
  Lopez Lupus | Garcia Gracia | Castro Castor | Santos Santo | Silva Silvia | Moreno Marino
  Roberts Robert | Williams William | Franco French | Hugo Hague | Diaz Dias-Canel | Ortega Ortiz
  Apple Abel | Amazon Amazing | Tesla Tussle | Google Goggle | Intel Until | Oracle Orwell
`);

/** The two lists in three: one and two to tune on, the third to check. */
export function split(all: readonly NamePair[]): { tuned: readonly NamePair[]; check: readonly NamePair[] } {
  return { tuned: all.filter((_, at) => at % 3 !== 2), check: all.filter((_, at) => at % 3 === 2) };
}

function pairs(table: string): NamePair[] {
  return table
    .trim()
    .split(/\s*\|\s*|\n\s*/u)
    .map((row) => row.split(' '))
    .map(([a = '', b = '']) => [a, b]);
}
