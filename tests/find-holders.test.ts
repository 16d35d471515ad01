import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { locateAll, prepareText, type SearchableText } from '../src/answer/locate.ts';
import { ingestPaths } from '../src/compose.ts';
import { findHolders } from '../src/find-holders.ts';
import type { PassageIndex } from '../src/types.ts';
import { seedRandom } from './contracts/make-entry.ts';
import { openTestDesk, type TestDesk } from './support/open-desk.ts';
import { temporaryFolder } from './support/run-cli.ts';

const ARTICLES: Readonly<Record<string, string>> = {
  de: 'Der Bürgermeister von Velmora eröffnete am Montag die Hafenbrücke. „Neun Monate Arbeit“, sagte er, „haben sich gelohnt.“',
  fr: 'Le maire de Velmora a rouvert lundi le pont du port. L’élection d’hier n’a rien changé, dit-il; c’était l’été.',
  es: 'El alcalde de Velmora reabrió el lunes el puente del puerto después de nueve meses de obras, según el periódico.',
  ru: 'Мэр Вельморы в понедельник открыл мост в порту. Ремонт длился девять месяцев, сообщила газета.',
  ar: 'افتتح رئيس بلدية فيلمورا الجسر يوم الاثنين بعد تسعة أشهر من أعمال الصيانة، بحسب الصحيفة.',
  zh: '维尔莫拉市长星期一重新开放了港口大桥。报纸说，维修工程历时九个月。',
  en2: 'The harbour bridge of Velm\u00adora re\u00adopened, Mayor Brandt’s office said: the U.S.-backed loan of 1,200,000 was paid. It IS open; WHO knows?',
};

/** Windows of words of a text, some of them written otherwise: what people copy. */
function* wordingsOf(text: string, random: () => number): Generator<string> {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  for (let at = 0; at < words.length; at += 17) {
    const length = 2 + Math.floor(random() * 8);
    const wording = words.slice(at, at + length).join(' ');
    yield wording;
    yield wording.toUpperCase().toLowerCase();
    yield wording.replace(/[’‘]/gu, "'").replace(/[“”„]/gu, '"').replaceAll('\u00ad', '');
    yield text.slice(text.indexOf(wording.slice(0, 8)), text.indexOf(wording.slice(0, 8)) + 30);
  }
}

describe('findHolders', () => {
  let opened: TestDesk;
  beforeAll(async () => {
    opened = await openTestDesk();
    const folder = join(temporaryFolder(), 'articles');
    mkdirSync(folder);
    for (const [language, text] of Object.entries(ARTICLES)) {
      writeFileSync(join(folder, `${language}.md`), `---\nlanguage: ${language.slice(0, 2)}\n---\n${text}\n`);
    }
    await ingestPaths([folder], opened.config);
    return () => opened[Symbol.asyncDispose]();
  });

  it('names every document that holds a wording, in whatever language and typography', async () => {
    const { index } = opened;
    const random = seedRandom(7);
    const texts = await readAll(index);
    let held = 0;
    for (const [, { text }] of texts) {
      for (const wording of wordingsOf(text, random)) {
        const holders = new Set(await findHolders(index, wording));
        for (const [id, other] of texts) {
          if (locateAll(other, wording, { near: false, limit: 1 }).length === 0) continue;
          held += 1;
          expect(holders, `${id} holds "${wording}"`).toContain(id);
        }
      }
    }
    expect(held).toBeGreaterThan(200);
  });

  it('names few others', async () => {
    const holders = await findHolders(opened.index, 'leaders hailed a new partnership between');
    expect(holders).toEqual(['002_a501227d1568e9ca']);
    expect(await findHolders(opened.index, 'no such wording anywhere whatsoever')).toEqual([]);
  });

  it('names all where no word can be asked for', async () => {
    expect(await findHolders(opened.index, '12 of 34')).toHaveLength(10);
    expect(await findHolders(opened.index, '')).toHaveLength(10);
  });
});

async function readAll(index: PassageIndex): Promise<ReadonlyMap<string, SearchableText>> {
  const texts = new Map<string, SearchableText>();
  for (const { id } of await index.documents())
    texts.set(id, prepareText((await index.document(id))?.text ?? ''));
  return texts;
}
