import { say } from '../adapter.ts';
import { listDocuments } from '../commands/sources.ts';
import { originOf } from '../origin.ts';
import { editBlocks } from '../send-blocks.ts';
import { conclude, type Notification, type Press } from './press.ts';

export async function turnDocuments({
  adapter,
  asker,
  locale,
  message,
  subject,
}: Press): Promise<Notification> {
  const view = await listDocuments(adapter, { offset: Number(subject), locale });
  await editBlocks(adapter, asker, { ...view, replaces: [message] });
  return {};
}

export async function chooseLanguage(press: Press): Promise<Notification> {
  const { adapter, asker, subject } = press;
  adapter.desk.setLocale(originOf(asker), subject);
  return conclude(press, say('languageSet', subject));
}

export async function forgetPerson(press: Press): Promise<Notification> {
  const { adapter, asker, locale } = press;
  const counts = adapter.desk.forget(originOf(asker));
  const isNothing = Object.values(counts).every((count) => count === 0);
  return conclude(press, isNothing ? say('nothingKept', locale) : say('forgotten', locale, { ...counts }));
}
