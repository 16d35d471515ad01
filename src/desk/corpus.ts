import { randomUUID } from 'node:crypto';
import { factsOf } from '../answer/document-facts.ts';
import { LookupError, UsageError } from '../errors.ts';
import { readUpload } from '../ingest/read-upload.ts';
import { splitDocument } from '../ingest/split-document.ts';
import { utcInstant } from '../ledger/days.ts';
import type { ChangeToKeep, KeptChange } from '../ledger/types.ts';
import { findDocument } from '../look-up.ts';
import type { Document } from '../types.ts';
import type { Catalogue } from './catalogue.ts';
import type { CorpusWriter, DeskContext } from './parts.ts';
import { Tickets } from './tickets.ts';
import type { CorpusChange, CorpusStatus, DeskCorpus, Origin, ReadUpload, Upload } from './types.ts';

/** What changing the corpus takes beside the desk's own parts. */
export interface CorpusDeskParts {
  readonly catalogue: Catalogue;
  /** Called when a change is made. */
  readonly onChange: () => Promise<void>;
}

/** What moderators do to the documents: effective at once, kept in the ledger, and the last change can be undone. */
export function createCorpusDesk(context: DeskContext, { catalogue, onChange }: CorpusDeskParts): DeskCorpus {
  const { ledger, index } = context;
  const tickets = new Tickets<Document>(context.clock);
  const change = async (plan: Plan): Promise<CorpusChange> => {
    const kept = await carryOut(plan, context);
    await onChange();
    return toChange(kept, ledger.changes.history(1)[0]?.id);
  };
  return {
    status: async () => describeCorpus(context, catalogue),
    read: (upload) => showUpload(upload, { index, tickets }),
    add: async (ticket, by) => {
      const document = tickets.read(ticket);
      if (!document) {
        throw new UsageError('this document was shown too long ago, so it is not added: send it once more');
      }
      const added = await change({ by, make: () => planAddition(document, context) });
      tickets.close(ticket);
      return added;
    },
    remove: (documentId, by) => change({ by, make: () => planRemoval(documentId, context) }),
    history: async (limit) => {
      await settleUnfinished(context, { isAlone: false });
      const changes = ledger.changes.history(limit);
      const last = changes[0]?.id;
      return changes.map((each) => toChange(each, last));
    },
    undo: (by) => change({ by, make: () => planUndo(context) }),
  };
}

async function showUpload(
  { fileName, bytes }: Upload,
  { index, tickets }: Pick<DeskContext, 'index'> & { readonly tickets: Tickets<Document> },
): Promise<ReadUpload> {
  const document = await readUpload(fileName, bytes);
  const replaced = await index.document(document.id);
  return {
    document,
    ...(replaced && { replaces: factsOf(replaced) }),
    passages: splitDocument(document).length,
    warnings: document.warnings,
    ticket: tickets.issue(document),
  };
}

async function describeCorpus(context: DeskContext, catalogue: Catalogue): Promise<CorpusStatus> {
  await settleUnfinished(context, { isAlone: false });
  const { index, ledger } = context;
  const [{ documents }, stats] = await Promise.all([catalogue.read(), index.stats()]);
  const newest = documents.flatMap(({ published }) => published ?? []).reduce(later, '');
  const [last] = ledger.changes.history(1);
  return {
    documents: stats.documents,
    passages: stats.passages,
    ...(newest !== '' && { newest }),
    ...(last && { lastChange: toChange(last, last.id) }),
  };
}

const later = (left: string, right: string): string => (left > right ? left : right);

/** What is about to be done to one document. */
type Planned = Pick<ChangeToKeep, 'action' | 'document' | 'previous' | 'hold'> & {
  /** The document afterwards; absent where it is to go. */
  readonly next?: Document;
};

interface Plan {
  readonly by: Origin;
  /** Made when nobody else can write any more. Throws what makes it impossible. */
  readonly make: () => Promise<Planned>;
}

/** Begun in the ledger before the index is touched and finished after it, so that a killed process leaves no riddle. */
async function carryOut({ by, make }: Plan, context: DeskContext): Promise<KeptChange> {
  const { ledger, clock } = context;
  await using writer = await context.openWriter();
  await settleUnfinished(context, { isAlone: true });
  const { next, ...planned } = await make();
  const change = { ...planned, id: randomUUID(), at: clock(), ...(next && { digest: next.digest }) };
  ledger.changes.begin(change);
  try {
    await write(writer, change.document.id, next);
  } catch (error) {
    ledger.changes.abandon(change.id);
    throw error;
  }
  ledger.changes.finish(change.id);
  ledger.audit.add(by, { action: `corpus ${change.action}`, detail: change.document.id, at: change.at });
  return change;
}

async function write(writer: CorpusWriter, documentId: string, next: Document | undefined): Promise<void> {
  if (next) await writer.put(next);
  else await writer.remove(documentId);
}

/**
 * Changes that a process began and did not finish: done where the index shows them, else undone by never having been
 * made. Only who is alone in writing knows the latter.
 */
async function settleUnfinished(
  { ledger, index }: DeskContext,
  { isAlone }: { readonly isAlone: boolean },
): Promise<void> {
  for (const { id, document, digest } of ledger.changes.unfinished()) {
    const now = await index.document(document.id);
    if (now?.digest === digest) ledger.changes.finish(id);
    else if (isAlone) ledger.changes.abandon(id);
  }
}

async function planAddition(document: Document, { index }: DeskContext): Promise<Planned> {
  const previous = await index.document(document.id);
  return {
    action: previous ? 'replaced' : 'added',
    document: factsOf(document),
    ...(previous && { previous }),
    next: document,
    hold: { documentId: document.id, kind: 'replaced', digest: document.digest, document },
  };
}

async function planRemoval(documentId: string, { index }: DeskContext): Promise<Planned> {
  const previous = await findDocument(index, documentId);
  const { documents } = await index.stats();
  if (documents === 1) {
    throw new LookupError(
      `"${previous.id}" is the only document, and without any nothing can be answered: add another one first`,
    );
  }
  const hold = { documentId: previous.id, kind: 'removed' as const };
  return { action: 'removed', document: factsOf(previous), previous, hold };
}

async function planUndo({ ledger, index }: DeskContext): Promise<Planned> {
  const [last] = ledger.changes.history(1);
  if (!last || !canUndo(last, last.id)) {
    throw new LookupError('there is no change to take back: only the last one can be, and only once');
  }
  const now = await index.document(last.document.id);
  if (now?.digest !== last.digest) {
    throw new LookupError(
      `"${last.document.id}" has been changed since, so the last change is not taken back: add or remove it as it should be`,
    );
  }
  const { previous, holdBefore } = last;
  // An addition that was taken back must stay away; for what was there before, what held then holds again.
  const hold = previous ? holdBefore : { documentId: last.document.id, kind: 'removed' as const };
  return {
    action: 'undone',
    document: previous ? factsOf(previous) : last.document,
    ...(now && { previous: now }),
    ...(previous && { next: previous }),
    ...(hold && { hold }),
  };
}

function canUndo({ id, action, previous }: KeptChange, lastId: string | undefined): boolean {
  return id === lastId && (action === 'added' || (action !== 'undone' && previous !== undefined));
}

function toChange(kept: KeptChange, lastId: string | undefined): CorpusChange {
  const { id, at, action, document } = kept;
  return { id, at: utcInstant(at), action, document, canUndo: canUndo(kept, lastId) };
}
