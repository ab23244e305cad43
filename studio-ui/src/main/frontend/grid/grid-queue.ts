/**
 * Sends operations to the server in order, and keeps those that were not yet confirmed in the
 * browser, so that neither a reload nor a lost connection loses work.
 */
import type { Operation } from './grid-sheet';

export interface Sending {
  readonly sequence: number;
  readonly basedOn: number;
  readonly session: string;
  readonly table: string;
  readonly operations: string;
}

interface Kept {
  readonly basedOn: number;
  readonly session: string;
  readonly operations: Operation[];
}

export type SaveState = 'saved' | 'editing' | 'saving' | 'held';

const QUIET_MILLISECONDS = 300;

export class OperationQueue {
  /** The revision that the confirmed rows on the screen are of. */
  basedOn = 0;
  table = '';
  storageKey = '';
  session = sessionName();
  /** What the server has not confirmed, the oldest first. */
  pending: Operation[] = [];

  private sequence = 0;
  private inFlight = 0;
  private held = false;
  private timer: number | undefined;
  private told: SaveState | undefined;
  private waiting: Array<() => void> = [];

  constructor(
    private readonly send: (sending: Sending) => void,
    private readonly announce: (state: SaveState) => void,
  ) {}

  get state(): SaveState {
    if (this.held) {
      return 'held';
    }
    if (this.inFlight > 0) {
      return 'saving';
    }
    return this.pending.length > 0 ? 'editing' : 'saved';
  }

  /** Begins with a table the server sent; returns what an earlier page could not store. */
  begin(table: string, revision: number): Operation[] {
    clearTimeout(this.timer);
    this.table = table;
    this.basedOn = revision;
    this.inFlight = 0;
    this.held = false;
    const kept = this.recover();
    this.pending = kept?.operations ?? [];
    if (kept && this.pending.length > 0) {
      this.basedOn = kept.basedOn;
      this.session = kept.session;
      this.flush();
    }
    this.tell();
    return this.pending;
  }

  add(operation: Operation): void {
    this.pending.push(operation);
    this.keep();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.flush(), QUIET_MILLISECONDS);
    this.tell();
  }

  flush(): void {
    clearTimeout(this.timer);
    if (this.inFlight > 0 || this.held || this.pending.length === 0) {
      return;
    }
    this.inFlight = this.pending.length;
    this.sequence += 1;
    this.tell();
    this.send({
      sequence: this.sequence,
      basedOn: this.basedOn,
      session: this.session,
      table: this.table,
      operations: JSON.stringify(this.pending),
    });
  }

  /** The server has stored what was sent; returns whether it was this. */
  acknowledge(sequence: number, revision: number): boolean {
    if (sequence !== this.sequence || this.inFlight === 0) {
      return false;
    }
    this.stored(revision);
    return true;
  }

  /** What was sent, or is held, is now part of this revision; the rest follows it. */
  stored(revision: number): void {
    this.pending.splice(0, this.inFlight);
    this.inFlight = 0;
    this.held = false;
    this.basedOn = revision;
    this.keep();
    this.settle();
    this.flush();
  }

  /** What was sent waits for a decision; nothing more is sent until then. */
  hold(): void {
    this.held = true;
    this.settle();
  }

  /** What was sent was not stored; it is sent again with the next edit. */
  refuse(): void {
    this.inFlight = 0;
    this.settle();
  }

  /** The same table is now part of a newer revision. */
  follow(revision: number): void {
    this.basedOn = Math.max(this.basedOn, revision);
  }

  /** Gives up everything that is not stored: other rows take their place. */
  drop(revision: number): void {
    this.pending = [];
    this.inFlight = 0;
    this.held = false;
    this.basedOn = revision;
    this.keep();
    this.settle();
  }

  async settled(): Promise<void> {
    this.flush();
    if (this.inFlight > 0 && !this.held) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
      await this.settled();
    }
  }

  private settle(): void {
    this.tell();
    this.waiting.splice(0).forEach((resolve) => resolve());
  }

  private tell(): void {
    if (this.state !== this.told) {
      this.told = this.state;
      this.announce(this.state);
    }
  }

  private get place(): string {
    return this.storageKey && `${this.storageKey}/${this.table}`;
  }

  private keep(): void {
    if (!this.place) {
      return;
    }
    if (this.pending.length === 0) {
      localStorage.removeItem(this.place);
      return;
    }
    const kept: Kept = { basedOn: this.basedOn, session: this.session, operations: this.pending };
    try {
      localStorage.setItem(this.place, JSON.stringify(kept));
    } catch (error) {
      // Beyond the browser's quota the work still goes to the server; it has no second copy here.
      console.warn('unsaved work is not kept in this browser', error);
    }
  }

  private recover(): Kept | undefined {
    const kept = this.place ? localStorage.getItem(this.place) : null;
    return kept === null ? undefined : (JSON.parse(kept) as Kept);
  }
}

function sessionName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
