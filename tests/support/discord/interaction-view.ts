import type { FakeInteraction } from './fake-discord.ts';
import { isThinking, type StoredInteraction } from './interactions.ts';
import { viewModal } from './modal-view.ts';
import type { Surroundings } from './surroundings.ts';

/** What a member started, and what came of it. */
export function viewInteraction(
  { until, viewMessage }: Surroundings,
  sent: StoredInteraction,
): FakeInteraction {
  const what = `an answer to ${sent.commandName === undefined ? 'a component or form' : `/${sent.commandName}`}`;
  return {
    id: sent.id,
    token: sent.token,
    get state() {
      if (sent.hasFailed) return 'failed';
      return sent.response ? 'acknowledged' : 'waiting';
    },
    acknowledged: () => until(() => failOr(sent, () => sent.response), { what }),
    reply: (ready = () => true) =>
      until(
        () =>
          failOr(sent, () => {
            const { original } = sent;
            if (!original || isThinking(original)) return undefined;
            const message = viewMessage(original);
            return ready(message) ? message : undefined;
          }),
        { what },
      ),
    followUps: () => sent.followUps.map(viewMessage),
    modal: () => until(() => failOr(sent, () => sent.modal && viewModal(sent.modal)), { what: 'a form' }),
    expire: () => {
      sent.isExpired = true;
    },
  };
}

/** Rejects for an interaction that the bot let pass. */
export function failOr<T>({ hasFailed }: StoredInteraction, read: () => T): T {
  if (hasFailed) throw new Error('The application did not respond');
  return read();
}
