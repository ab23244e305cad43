/**
 * The editor of decision tables as a sheet.
 *
 * What is done is applied here at once and sent as operations; the server answers with the rows as
 * they are kept. One text area is always where the person is: what is typed lands in it from the
 * first key on, also through an input method.
 */
import { Darkness } from '../dmn/dmn-darkness';
import { Bar } from './grid-bar';
import { Marks, type Finding } from './grid-body';
import { Cells } from './grid-cells';
import { Clipboard } from './grid-clipboard';
import { widthsOf } from './grid-columns';
import { Editing } from './grid-editing';
import { FindBar } from './grid-find';
import { Findings } from './grid-findings';
import { Head } from './grid-head';
import { Keys } from './grid-keys';
import { part } from './grid-parts';
import { Pointer } from './grid-pointer';
import { Popup } from './grid-popup';
import { OperationQueue } from './grid-queue';
import { Rules } from './grid-rules';
import { Search } from './grid-search';
import { Selection } from './grid-selection';
import { Sheet, type Opened, type Patch } from './grid-sheet';
import { StatusLine } from './grid-status';
import { Surface } from './grid-surface';
import { OpenTable } from './grid-table';
import { sayIn } from './grid-texts';
import { View } from './grid-view';
import styles from './rw-table-grid.css?inline';

export class TableGrid extends HTMLElement {
  private readonly darkness = new Darkness(this);
  private readonly popup = new Popup();
  private readonly status = new StatusLine();
  private readonly queue = new OperationQueue(
    (sending) => this.emit('rw-operations', sending),
    (state) => this.emit('rw-state', { state }),
  );
  private readonly table = new OpenTable(this.queue, {
    cells: () => this.redraw(),
    rows: (kept) => this.changed(kept),
    view: () => this.viewChanged(),
  });
  private readonly surface = new Surface(this, this.table, this.status);
  private readonly selection = new Selection(this.table, this.surface);
  private readonly cells = new Cells(this.table, this.selection);
  private readonly rules = new Rules(this.table, this.selection, this.status);
  private readonly head = new Head(this, this.table, this.surface, this.popup);
  private readonly editing = new Editing(this.table, this.selection, this.cells, this.surface, this.popup);
  private readonly find = new FindBar(new Search(this.table, this.selection, this.surface));
  private readonly margin = new Findings(this.table, this.selection, this.surface, this.queue, (open) =>
    this.bar.expand(open),
  );
  private readonly bar: Bar = new Bar(
    this.table,
    this.rules,
    () => this.openFind(),
    () => this.margin.toggle(!this.margin.isOpen),
  );

  constructor() {
    super();
    const { table, surface, selection, cells, rules, editing, popup, status } = this;
    new Keys(surface, selection, cells, rules, editing, popup, {
      find: () => this.openFind(),
      travel: (direction) => void this.travel(direction),
    });
    new Clipboard(table, selection, cells, surface, status);
    new Pointer(table, surface, selection, cells, editing, popup);
    const main = part('div', 'main');
    main.append(surface.scroller, this.margin.element);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets.push(sheet);
    root.append(this.bar.element, this.find.element, main, status.element, popup.element);
  }

  connectedCallback(): void {
    this.darkness.watch();
  }

  disconnectedCallback(): void {
    this.darkness.unwatch();
  }

  /* ---- properties -------------------------------------------------------------------------- */

  set language(value: string) {
    this.table.say = sayIn(value);
    this.build();
  }

  set readonly(value: boolean) {
    this.table.isReadonly = value;
    this.build();
  }

  set storageKey(value: string) {
    this.queue.storageKey = value;
  }

  set findings(value: Finding[]) {
    this.margin.show(value ?? []);
    this.bar.countFindings();
  }

  /** Rules to light up, by id. */
  set hits(value: string[]) {
    this.table.lit = new Set(value ?? []);
    this.surface.redraw();
  }

  /* ---- called by the server ---------------------------------------------------------------- */

  open(opened: Opened): void {
    const { table } = this;
    this.editing.stop(false);
    const again = table.sheet?.opened.id === opened.id;
    const sheet = new Sheet(opened);
    table.sheet = sheet;
    table.names = new Set(opened.names);
    if (!again) {
      table.view = new View();
      table.marks = new Marks();
      this.selection.reset();
      this.surface.scroller.scrollTo(0, 0);
    }
    this.queue.begin(opened.id, opened.revision).forEach((operation) => sheet.apply(operation));
    this.surface.sheet.setAttribute('aria-label', table.say('grid', opened.name));
    this.head.build();
    this.changed();
  }

  /** Gives up what is not stored and shows another table, or the same as another revision. */
  exchange(opened: Opened): void {
    this.queue.drop(opened.revision);
    this.open(opened);
  }

  acknowledge(sequence: number, revision: number, patch: Patch): void {
    if (this.queue.acknowledge(sequence, revision)) {
      this.take(patch);
    }
  }

  hold(): void {
    this.queue.hold();
  }

  refuse(): void {
    this.queue.refuse();
  }

  /** What was held is now this revision. */
  resume(revision: number, patch: Patch): void {
    this.queue.stored(revision);
    this.take(patch);
  }

  follow(revision: number): void {
    this.queue.follow(revision);
  }

  /** Another revision takes the place of this one, by undo for instance. */
  travelled(revision: number, patch: Patch): void {
    this.editing.stop(false);
    this.queue.drop(revision);
    this.take(patch);
  }

  show(rule: string | null, column: number): void {
    if (rule) {
      this.margin.go({ rule, column: column < 0 ? null : column });
    }
  }

  download(name: string, text: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/xml' }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  settle(): Promise<void> {
    this.editing.stop(true);
    return this.queue.settled();
  }

  async travel(direction: 'undo' | 'redo'): Promise<void> {
    if (!this.table.isReadonly) {
      await this.settle();
      this.emit(`rw-${direction}`, { basedOn: this.queue.basedOn, session: this.queue.session });
    }
  }

  private take(patch: Patch): void {
    const { sheet } = this.table;
    if (sheet) {
      sheet.patch(patch);
      // what was typed since then comes on top of what is stored
      this.queue.pending.forEach((operation) => sheet.apply(operation));
      this.changed();
    }
  }

  /* ---- showing ----------------------------------------------------------------------------- */

  private build(): void {
    const { say, isReadonly } = this.table;
    this.bar.build(this.margin.isOpen);
    this.margin.build();
    this.status.help(say(isReadonly ? 'readonly' : 'keys'));
  }

  /** Rows came, went or moved. */
  private changed(kept?: ReadonlySet<string>): void {
    const { sheet, view, say } = this.table;
    if (sheet) {
      view.refresh(sheet, kept);
      this.selection.confine();
      this.surface.layOut(widthsOf(sheet, say));
      this.bar.showPolicy();
      this.redraw();
    }
  }

  private viewChanged(): void {
    this.head.build();
    this.changed();
    this.selection.reveal();
  }

  private redraw(): void {
    this.surface.redraw();
    this.selection.show();
  }

  private openFind(): void {
    this.find.open(this.table.say, this.table.isReadonly);
  }

  private emit(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('rw-table-grid', TableGrid);
