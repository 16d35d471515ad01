import { randomUUID } from 'node:crypto';

/** Documents shown and not yet confirmed; the oldest makes room. Each may hold some megabytes. */
const MOST_TICKETS = 20;
/** Confirming takes a look at the document, not a break. */
const TICKET_MINUTES = 15;
const MS_PER_MINUTE = 60_000;

interface Ticket<Value> {
  readonly value: Value;
  readonly until: number;
}

/** Values that wait for a confirmation, by a ticket that stands for exactly this one. */
export class Tickets<Value> {
  readonly #clock: () => number;
  readonly #open = new Map<string, Ticket<Value>>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  issue(value: Value): string {
    const [oldest] = this.#open.keys();
    if (this.#open.size >= MOST_TICKETS && oldest !== undefined) this.#open.delete(oldest);
    const id = randomUUID();
    this.#open.set(id, { value, until: this.#clock() + TICKET_MINUTES * MS_PER_MINUTE });
    return id;
  }

  /** Undefined where it has expired or was never issued. */
  read(id: string): Value | undefined {
    const ticket = this.#open.get(id);
    if (ticket && ticket.until > this.#clock()) return ticket.value;
    this.#open.delete(id);
    return undefined;
  }

  close(id: string): void {
    this.#open.delete(id);
  }
}
