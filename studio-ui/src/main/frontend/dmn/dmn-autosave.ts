/**
 * Sends changes to the server, one at a time, and keeps what was not yet confirmed in the browser,
 * so that neither a reload nor a lost connection loses work.
 */
export interface Unsaved {
  readonly xml: string;
  readonly basedOn: number;
  /** Names the page that made the change, also after a reload. */
  readonly session: string;
}

export interface Change extends Unsaved {
  readonly sequence: number;
}

export type SaveState = 'saved' | 'editing' | 'saving' | 'held';

const QUIET_MILLISECONDS = 400;

export class Autosave {
  /** The revision on the server that the content on the screen began from. */
  basedOn = 0;
  storageKey = '';
  session = crypto.randomUUID() as string;

  private sequence = 0;
  private told: SaveState | undefined;
  private timer: number | undefined;
  private dirty = false;
  private inFlight: Change | undefined;
  private held = false;
  private waiting: Array<() => void> = [];

  constructor(
    private readonly write: () => string,
    private readonly send: (change: Change) => void,
    private readonly announce: (state: SaveState) => void,
  ) {}

  private tell(state: SaveState): void {
    if (state !== this.told) {
      this.told = state;
      this.announce(state);
    }
  }

  get state(): SaveState {
    if (this.held) {
      return 'held';
    }
    if (this.inFlight) {
      return 'saving';
    }
    return this.dirty ? 'editing' : 'saved';
  }

  /** A new document is on the screen, and it is what the server has. */
  begin(revision: number): void {
    clearTimeout(this.timer);
    this.basedOn = revision;
    this.dirty = false;
    this.held = false;
    this.inFlight = undefined;
    this.settle();
  }

  changed(): void {
    this.dirty = true;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.flush(), QUIET_MILLISECONDS);
    this.tell(this.state);
  }

  /** Sends what is on the screen, unless an answer is awaited; then right after that. */
  flush(): void {
    clearTimeout(this.timer);
    if (!this.dirty) {
      return;
    }
    const xml = this.keepInBrowser();
    if (this.inFlight || this.held) {
      return;
    }
    this.dirty = false;
    this.sequence += 1;
    this.inFlight = { sequence: this.sequence, ...this.unsaved(xml) };
    this.tell(this.state);
    this.send(this.inFlight);
  }

  /** The server has stored a change as the given revision. */
  acknowledge(sequence: number, revision: number): void {
    if (this.inFlight?.sequence !== sequence) {
      return;
    }
    this.inFlight = undefined;
    this.basedOn = revision;
    if (this.dirty) {
      this.flush();
    } else {
      this.forgetInBrowser();
      this.settle();
    }
  }

  /** The server did not store a change; nothing more is sent until someone decides. */
  hold(sequence: number): void {
    if (this.inFlight?.sequence === sequence) {
      this.inFlight = undefined;
      this.held = true;
      this.dirty = true;
      this.keepInBrowser();
      this.settle();
    }
  }

  /** The server cannot store a change; the next edit is tried again. */
  refuse(sequence: number): void {
    if (this.inFlight?.sequence === sequence) {
      this.inFlight = undefined;
      this.keepInBrowser();
      this.settle();
    }
  }

  /** What is on the screen is to follow the given revision after all. */
  resume(revision: number): void {
    this.basedOn = revision;
    this.held = false;
    this.dirty = true;
    this.flush();
  }

  /** The same content is now stored as another revision: this page changed something beside it. */
  follow(revision: number): void {
    this.basedOn = Math.max(this.basedOn, revision);
  }

  /** Resolves when nothing is on its way any more. */
  async settled(): Promise<void> {
    this.flush();
    if (this.inFlight) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** Unconfirmed work an earlier page left behind. */
  recover(): Unsaved | undefined {
    const kept = this.storageKey ? localStorage.getItem(this.storageKey) : null;
    return kept === null ? undefined : (JSON.parse(kept) as Unsaved);
  }

  forgetInBrowser(): void {
    if (this.storageKey) {
      localStorage.removeItem(this.storageKey);
    }
  }

  keepInBrowser(): string {
    const xml = this.write();
    if (this.storageKey) {
            try {
        localStorage.setItem(this.storageKey, JSON.stringify(this.unsaved(xml)));
      } catch (error) {
        // A document beyond the browser's quota is still sent to the server; it only has no second
        // copy here.
        console.warn('unsaved work is not kept in this browser', error);
        this.forgetInBrowser();
      }
    }
    return xml;
  }

  private unsaved(xml: string): Unsaved {
    return { xml, basedOn: this.basedOn, session: this.session };
  }

  private settle(): void {
    this.tell(this.state);
    this.waiting.splice(0).forEach((resolve) => resolve());
  }
}
