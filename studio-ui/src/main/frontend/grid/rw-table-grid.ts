/**
 * The editor of decision tables as a sheet.
 *
 * What is done is applied here at once and sent as operations; the server answers with the rows as
 * they are kept. One text area is always where the person is: what is typed lands in it from the
 * first key on, also through an input method.
 */
import { Darkness } from '../dmn/dmn-darkness';
import { Body, Marks, NUMBER_WIDTH, ROW_HEIGHT, type Finding } from './grid-body';
import { FindBar } from './grid-find';
import { Panel } from './grid-panel';
import { Popup, type At } from './grid-popup';
import { OperationQueue } from './grid-queue';
import { newRuleId, Sheet, type CellText, type Column, type NewRule, type Opened, type Operation, type Patch } from './grid-sheet';
import { sayIn, type Say, type Word } from './grid-texts';
import { formatTsv, parseTsv } from './grid-tsv';
import { asTyped } from './grid-typing';
import { View } from './grid-view';
import styles from './rw-table-grid.css?inline';

const HEAD_HEIGHT = 56;
const MOST_ROWS_PASTED = 20_000;
const POLICIES = ['UNIQUE', 'FIRST', 'ANY', 'PRIORITY', 'RULE_ORDER', 'OUTPUT_ORDER', 'COLLECT'];
const AGGREGATORS = ['SUM', 'COUNT', 'MIN', 'MAX'];
const FUNCTIONS = ['not(', 'date("', 'list contains(?, ', 'matches(?, "', 'starts with(?, "', 'contains(?, "', 'lookup("', 'today()', 'string length(?)', 'abs(', 'min(', 'max(', 'sum(', 'floor(', 'ceiling(', 'round half up(', 'if ', 'null', 'true', 'false'];

interface Point {
  row: number;
  column: number;
}

interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export class TableGrid extends HTMLElement {
  private readonly root = this.attachShadow({ mode: 'open' });
  private readonly bar = part('div', 'bar');
  private readonly main = part('div', 'main');
  private readonly scroller = part('div', 'scroller');
  private readonly sheetPart = part('div', 'sheet');
  private readonly head = part('div', 'head');
  private readonly body = new Body(this.scroller);
  private readonly rangeBox = part('div', 'range-box');
  private readonly activeBox = part('div', 'active-box');
  private readonly handle = part('div', 'handle');
  private readonly input = document.createElement('textarea');
  private readonly status = part('div', 'status');
  private readonly counts = document.createElement('span');
  private readonly noticed = document.createElement('span');
  private readonly hint = part('span', 'keys');
  private readonly popup = new Popup();
  private readonly find: FindBar;
  private readonly panel: Panel;
  private readonly queue: OperationQueue;
  private readonly darkness = new Darkness(this);
  private readonly buttons = new Map<Word, HTMLButtonElement>();
  private readonly policy = document.createElement('select');

  private say: Say = sayIn('en');
  private sheet: Sheet | undefined;
  private names: ReadonlySet<string> = new Set();
  private view = new View();
  private marks = new Marks();
  private lit: ReadonlySet<string> = new Set();
  private isReadonly = false;
  private active: Point = { row: 0, column: 0 };
  private anchor: Point = { row: 0, column: 0 };
  private wholeRows = false;
  private editing: 'no' | 'typing' | 'inside' = 'no';
  private freeTab = false;
  private frame = 0;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.root.adoptedStyleSheets.push(sheet);
    this.queue = new OperationQueue(
      (sending) => this.emit('rw-operations', sending),
      (state) => this.emit('rw-state', { state }),
    );
    this.find = new FindBar({
      count: (text) => this.cellsWith(text).length,
      next: (text) => this.findNext(text),
      replace: (text, by) => this.replace(text, by),
      replaceAll: (text, by) => this.replaceAll(text, by),
      leave: () => this.focusCell(),
    });
    this.panel = new Panel(
      (finding) => this.go(finding),
      (finding) => this.mend(finding),
      () => this.togglePanel(false),
    );
    this.head.setAttribute('role', 'row');
    this.head.setAttribute('aria-rowindex', '1');
    this.sheetPart.setAttribute('role', 'grid');
    this.noticed.setAttribute('role', 'status');
    this.status.append(this.counts, this.noticed, this.hint);
    this.input.className = 'idle';
    this.input.rows = 1;
    this.input.spellcheck = false;
    this.input.autocomplete = 'off';
    this.sheetPart.append(this.head, this.body.element);
    this.scroller.append(this.sheetPart, this.rangeBox, this.activeBox, this.handle, this.input);
    this.main.append(this.scroller, this.panel.element);
    this.root.append(this.bar, this.find.element, this.main, this.status, this.popup.element);
    this.listen();
  }

  connectedCallback(): void {
    this.darkness.watch();
  }

  disconnectedCallback(): void {
    this.darkness.unwatch();
  }

  /* ---- properties -------------------------------------------------------------------------- */

  set language(value: string) {
    this.say = sayIn(value);
    this.buildBar();
  }

  set readonly(value: boolean) {
    this.isReadonly = value;
    this.buildBar();
  }

  set storageKey(value: string) {
    this.queue.storageKey = value;
  }

  set findings(value: Finding[]) {
    this.marks = new Marks(value ?? []);
    this.panel.show(this.marks.all, this.isReadonly, this.say);
    this.body.changed();
    this.draw();
    this.label('findings', this.say('findings', this.marks.all.length));
  }

  /** Rules to light up, by id. */
  set hits(value: string[]) {
    this.lit = new Set(value ?? []);
    this.body.changed();
    this.draw();
  }

  /* ---- called by the server ---------------------------------------------------------------- */

  open(opened: Opened): void {
    this.stopEditing(false);
    const again = this.sheet?.opened.id === opened.id;
    const sheet = new Sheet(opened);
    this.sheet = sheet;
    this.names = new Set(opened.names);
    if (!again) {
      this.view = new View();
      this.active = { row: 0, column: 0 };
      this.anchor = this.active;
      this.scroller.scrollTo(0, 0);
      this.marks = new Marks();
    }
    this.queue.begin(opened.id, opened.revision).forEach((operation) => sheet.apply(operation));
    this.sheetPart.setAttribute('aria-label', this.say('grid', opened.name));
    this.buildHead();
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
    this.stopEditing(false);
    this.queue.drop(revision);
    this.take(patch);
  }

  show(rule: string | null, column: number): void {
    if (rule) {
      this.go({ rule, column: column < 0 ? null : column, severity: 'INFO', message: '', fix: null });
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
    this.stopEditing(true);
    return this.queue.settled();
  }

  async travel(direction: 'undo' | 'redo'): Promise<void> {
    if (!this.isReadonly) {
      await this.settle();
      this.emit(`rw-${direction}`, { basedOn: this.queue.basedOn, session: this.queue.session });
    }
  }

  private take(patch: Patch): void {
    const { sheet } = this;
    if (sheet) {
      sheet.patch(patch);
      // what was typed since then comes on top of what is stored
      this.queue.pending.forEach((operation) => sheet.apply(operation));
      this.changed();
    }
  }

  /* ---- doing ------------------------------------------------------------------------------- */

  private do(operation: Operation): void {
    if (this.sheet && !this.isReadonly) {
      this.sheet.apply(operation);
      this.queue.add(operation);
      const kept = operation.kind === 'insert' ? new Set(operation.rules.map(({ id }) => id)) : undefined;
      if (operation.kind === 'set') {
        this.redraw();
      } else {
        this.changed(kept);
      }
    }
  }

  /** Rows came, went or moved. */
  private changed(kept?: ReadonlySet<string>): void {
    const { sheet } = this;
    if (!sheet) {
      return;
    }
    this.view.refresh(sheet, kept);
    const last = Math.max(0, this.view.rows.length - 1);
    this.active = { ...this.active, row: Math.min(this.active.row, last) };
    this.anchor = { ...this.anchor, row: Math.min(this.anchor.row, last) };
    this.body.layOut(this.widths(sheet), this.view.rows.length);
    this.sheetPart.style.width = `${this.body.width}px`;
    this.sheetPart.setAttribute('aria-rowcount', String(this.view.rows.length + 1));
    this.sheetPart.setAttribute('aria-colcount', String(sheet.columns.length + 1));
    this.policy.value = sheet.aggregator ? `COLLECT_${sheet.aggregator}` : sheet.policy;
    this.redraw();
  }

  private redraw(): void {
    this.body.changed();
    this.draw();
    this.showSelection();
  }

  private draw(): void {
    if (this.sheet) {
      this.body.draw(this.sheet, this.view, this.marks, this.lit);
    }
  }

  private set(cells: CellText[]): void {
    const { sheet } = this;
    if (!sheet) {
      return;
    }
    const typed = cells
      .map((cell) => ({ ...cell, text: asTyped(cell.text, sheet.columns[cell.column]!, this.names) }))
      .filter(({ rule, column, text }) => {
        const before = sheet.text(sheet.placeOf(rule), column);
        return (text.trim() === '' ? sheet.empty(column) : text) !== before;
      });
    if (typed.length > 0) {
      this.do({ kind: 'set', cells: typed });
    }
  }

  private range(): Range {
    const last = (this.sheet?.columns.length ?? 1) - 1;
    return {
      top: Math.min(this.active.row, this.anchor.row),
      bottom: Math.max(this.active.row, this.anchor.row),
      left: this.wholeRows ? 0 : Math.min(this.active.column, this.anchor.column),
      right: this.wholeRows ? last : Math.max(this.active.column, this.anchor.column),
    };
  }

  private ruleAt(row: number): string {
    return this.sheet?.rows[this.view.rows[row] ?? -1]?.[0] ?? '';
  }

  private selectedRules(): string[] {
    const { top, bottom } = this.range();
    return this.view.rows
      .slice(top, bottom + 1)
      .sort((a, b) => a - b)
      .map((place) => this.sheet!.rows[place]![0]!);
  }

  private eachCell(write: (row: number, column: number) => string): void {
    const { top, bottom, left, right } = this.range();
    const cells: CellText[] = [];
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        cells.push({ rule: this.ruleAt(row), column, text: write(row, column) });
      }
    }
    this.set(cells);
  }

  private textAt(row: number, column: number): string {
    return this.sheet?.text(this.view.rows[row] ?? -1, column) ?? '';
  }

  private insertRows(): void {
    const rules = Math.max(1, this.selectedRules().length);
    const added = Array.from({ length: rules }, () => ({ id: newRuleId(), copyOf: '', texts: [] }));
    this.do({ kind: 'insert', rules: added, before: this.selectedRules()[0] ?? '' });
    this.goToRule(added[0]!.id);
  }

  private appendRow(): void {
    const added = { id: newRuleId(), copyOf: '', texts: [] };
    this.do({ kind: 'insert', rules: [added], before: '' });
    this.goToRule(added.id);
  }

  private duplicate(): void {
    const chosen = this.selectedRules();
    const { sheet } = this;
    if (!sheet || chosen.length === 0) {
      return;
    }
    const after = sheet.rows[sheet.placeOf(chosen.at(-1)!) + 1]?.[0] ?? '';
    const added: NewRule[] = chosen.map((id) => ({
      id: newRuleId(),
      copyOf: id,
      texts: sheet.rows[sheet.placeOf(id)]!.slice(1),
    }));
    this.do({ kind: 'insert', rules: added, before: after });
    this.goToRule(added[0]!.id, added.length);
  }

  private deleteRows(): void {
    const rules = this.selectedRules();
    if (rules.length > 0) {
      this.do({ kind: 'delete', rules });
      this.select({ ...this.active, row: Math.max(0, Math.min(this.range().top, this.view.rows.length - 1)) });
    }
  }

  private moveRows(step: -1 | 1): void {
    const { sheet } = this;
    const rules = this.selectedRules();
    if (!sheet || rules.length === 0) {
      return;
    }
    if (!this.view.isPlain) {
      this.notice(this.say('sorted'));
      return;
    }
    const first = sheet.placeOf(rules[0]!);
    const last = sheet.placeOf(rules.at(-1)!);
    if (step < 0 ? first === 0 : last === sheet.rows.length - 1) {
      return;
    }
    const before = step < 0 ? sheet.rows[first - 1]![0]! : (sheet.rows[last + 2]?.[0] ?? '');
    this.active = { ...this.active, row: this.active.row + step };
    this.anchor = { ...this.anchor, row: this.anchor.row + step };
    this.do({ kind: 'move', rules, before });
    this.reveal();
  }

  private fillDown(): void {
    const { top, bottom } = this.range();
    // one row takes over what stands above it
    const from = top === bottom ? top - 1 : top;
    if (from >= 0) {
      this.eachCell((row, column) => (row === from ? this.textAt(row, column) : this.textAt(from, column)));
    }
  }

  private paste(text: string): void {
    const { sheet } = this;
    if (!sheet || text === '' || this.isReadonly) {
      return;
    }
    const rows = parseTsv(text).slice(0, MOST_ROWS_PASTED);
    const { top, left, bottom, right } = this.range();
    if (rows.length === 1 && rows[0]!.length === 1) {
      this.eachCell(() => rows[0]![0]!);
      return;
    }
    // a selection that the block fits into several times is filled with it
    const times = (bottom - top + 1) % rows.length === 0 ? (bottom - top + 1) / rows.length : 1;
    const block = Array.from({ length: Math.max(1, times) }, () => rows).flat();
    const cells: CellText[] = [];
    const added: NewRule[] = [];
    block.forEach((texts, i) => {
      const wide = texts.slice(0, sheet.columns.length - left);
      if (top + i < this.view.rows.length) {
        wide.forEach((one, j) => cells.push({ rule: this.ruleAt(top + i), column: left + j, text: one }));
      } else {
        const whole = sheet.columns.map((column, c) => {
          const one = wide[c - left];
          return one === undefined ? sheet.empty(c) : asTyped(one, column, this.names);
        });
        added.push({ id: newRuleId(), copyOf: '', texts: whole });
      }
    });
    this.set(cells);
    if (added.length > 0) {
      this.do({ kind: 'insert', rules: added, before: '' });
    }
    const width = Math.max(...block.map((texts) => texts.length));
    this.anchor = { row: top, column: left };
    this.active = {
      row: Math.min(top + block.length, this.view.rows.length) - 1,
      column: Math.min(Math.max(left + width - 1, times > 1 ? right : 0), sheet.columns.length - 1),
    };
    this.wholeRows = false;
    this.showSelection();
    this.notice(this.say('pasted', block.length, width));
  }

  private copied(): string {
    const { top, bottom, left, right } = this.range();
    const rows: string[][] = [];
    for (let row = top; row <= bottom; row += 1) {
      rows.push(Array.from({ length: right - left + 1 }, (_, i) => this.textAt(row, left + i)));
    }
    return formatTsv(rows);
  }

  /* ---- finding ----------------------------------------------------------------------------- */

  private cellsWith(text: string): Point[] {
    const wanted = text.toLowerCase();
    const found: Point[] = [];
    if (wanted && this.sheet) {
      this.view.rows.forEach((place, row) =>
        this.sheet!.columns.forEach((_, column) => {
          if (this.sheet!.text(place, column).toLowerCase().includes(wanted)) {
            found.push({ row, column });
          }
        }),
      );
    }
    return found;
  }

  private findNext(text: string): void {
    const found = this.cellsWith(text);
    const after = found.find(
      ({ row, column }) => row > this.active.row || (row === this.active.row && column > this.active.column),
    );
    const next = after ?? found[0];
    if (next) {
      this.select(next, false, false);
    }
  }

  private replaced(point: Point, text: string, by: string): string {
    const pattern = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
    return this.textAt(point.row, point.column).replace(pattern, () => by);
  }

  private replace(text: string, by: string): void {
    const { row, column } = this.active;
    if (text && this.textAt(row, column).toLowerCase().includes(text.toLowerCase())) {
      this.set([{ rule: this.ruleAt(row), column, text: this.replaced(this.active, text, by) }]);
    }
    this.findNext(text);
  }

  private replaceAll(text: string, by: string): number {
    const found = this.cellsWith(text);
    this.set(
      found.map((point) => ({
        rule: this.ruleAt(point.row),
        column: point.column,
        text: this.replaced(point, text, by),
      })),
    );
    return found.length;
  }

  /* ---- findings ---------------------------------------------------------------------------- */

  private go(finding: Finding): void {
    const place = finding.rule && this.sheet ? this.sheet.placeOf(finding.rule) : -1;
    if (place >= 0 && !this.view.rows.includes(place)) {
      this.clearView();
    }
    const row = place < 0 ? -1 : this.view.rows.indexOf(place);
    if (row >= 0 || finding.column !== null) {
      this.select({ row: Math.max(0, row), column: finding.column ?? this.active.column });
    }
    this.focusCell();
  }

  private mend(finding: Finding): void {
    const operations = JSON.parse(finding.fix!) as Operation[];
    operations.forEach((operation) => this.do(operation));
    const inserted = operations.find((operation) => operation.kind === 'insert');
    if (inserted?.kind === 'insert') {
      this.goToRule(inserted.rules[0]!.id);
    }
    this.queue.flush();
  }

  private togglePanel(open: boolean): void {
    this.panel.element.hidden = !open;
    this.buttons.get('findings')?.setAttribute('aria-expanded', String(open));
    this.draw();
    if (!open) {
      this.focusCell();
    }
  }

  /* ---- where the person is ------------------------------------------------------------------ */

  private goToRule(rule: string, rows = 1): void {
    const row = this.view.rows.indexOf(this.sheet?.placeOf(rule) ?? -1);
    if (row >= 0) {
      this.wholeRows = rows > 1;
      this.anchor = { row: row + rows - 1, column: this.wholeRows ? this.active.column : 0 };
      this.active = { row, column: this.wholeRows ? this.active.column : 0 };
      this.reveal();
      this.showSelection();
      this.focusCell();
    }
  }

  private select(point: Point, extend = false, focus = true): void {
    this.active = {
      row: Math.max(0, Math.min(point.row, this.view.rows.length - 1)),
      column: Math.max(0, Math.min(point.column, (this.sheet?.columns.length ?? 1) - 1)),
    };
    if (!extend) {
      this.anchor = this.active;
      this.wholeRows = false;
    }
    this.reveal();
    this.showSelection();
    if (focus) {
      this.focusCell();
    }
  }

  private reveal(): void {
    const { scroller } = this;
    const top = this.active.row * ROW_HEIGHT;
    const left = this.body.left(this.active.column);
    const right = left + (this.body.widths[this.active.column] ?? 0);
    if (top < scroller.scrollTop) {
      scroller.scrollTop = top;
    } else if (top + ROW_HEIGHT + HEAD_HEIGHT > scroller.scrollTop + scroller.clientHeight) {
      scroller.scrollTop = top + ROW_HEIGHT + HEAD_HEIGHT - scroller.clientHeight;
    }
    if (left - NUMBER_WIDTH < scroller.scrollLeft) {
      scroller.scrollLeft = left - NUMBER_WIDTH;
    } else if (right > scroller.scrollLeft + scroller.clientWidth) {
      scroller.scrollLeft = Math.min(left - NUMBER_WIDTH, right - scroller.clientWidth);
    }
    this.draw();
  }

  private showSelection(): void {
    const { sheet } = this;
    const none = !sheet || this.view.rows.length === 0;
    for (const box of [this.rangeBox, this.activeBox, this.handle]) {
      box.hidden = none;
    }
    this.counts.textContent = !sheet
      ? ''
      : this.view.isPlain
        ? this.say('rules', sheet.rows.length)
        : this.say('shown', this.view.rows.length, sheet.rows.length);
    if (none) {
      return;
    }
    const { top, bottom, left, right } = this.range();
    const x = this.body.left(left);
    const y = HEAD_HEIGHT + top * ROW_HEIGHT;
    const width = this.body.left(right) + this.body.widths[right]! - x;
    const height = (bottom - top + 1) * ROW_HEIGHT;
    this.rangeBox.hidden = top === bottom && left === right;
    place(this.rangeBox, x, y, width, height);
    const { row, column } = this.active;
    place(this.activeBox, this.body.left(column), HEAD_HEIGHT + row * ROW_HEIGHT, this.body.widths[column]!, ROW_HEIGHT);
    this.handle.hidden = this.isReadonly || this.editing !== 'no';
    this.handle.style.left = `${x + width}px`;
    this.handle.style.top = `${y + height}px`;
    if (this.editing === 'no') {
      place(this.input, this.body.left(column), HEAD_HEIGHT + row * ROW_HEIGHT, this.body.widths[column]!, ROW_HEIGHT);
      const found = this.marks.ofCell(this.ruleAt(row), column).map(({ message }) => message);
      const words = [this.textAt(row, column), ...found].join('; ');
      this.input.setAttribute('aria-label', this.say('cell', row + 1, sheet.columns[column]!.label, words));
      this.noticed.textContent = found.length > 0 ? found[0]! : '';
    }
    if (top !== bottom || left !== right) {
      this.counts.textContent += ` · ${this.say('selected', bottom - top + 1, right - left + 1)}`;
    }
  }

  private focusCell(): void {
    this.input.focus({ preventScroll: true });
  }

  private notice(text: string): void {
    this.noticed.textContent = text;
  }

  /* ---- editing a cell ------------------------------------------------------------------------ */

  private startEditing(how: 'typing' | 'inside'): void {
    if (this.isReadonly || this.editing !== 'no' || this.view.rows.length === 0) {
      return;
    }
    this.editing = how;
    this.input.className = '';
    this.handle.hidden = true;
    if (how === 'inside') {
      const text = this.textAt(this.active.row, this.active.column);
      this.input.value = text;
      this.input.setSelectionRange(text === '-' ? 0 : text.length, text.length);
    }
    this.grow();
    this.suggest();
  }

  private stopEditing(keep: boolean): void {
    if (this.editing === 'no') {
      return;
    }
    const text = this.input.value;
    this.editing = 'no';
    this.input.className = 'idle';
    this.input.value = '';
    this.input.style.height = '';
    this.popup.close();
    if (keep) {
      this.set([{ rule: this.ruleAt(this.active.row), column: this.active.column, text }]);
    }
    this.showSelection();
  }

  private grow(): void {
    const { input } = this;
    const width = this.body.widths[this.active.column]!;
    const longest = Math.max(...input.value.split('\n').map((line) => line.length));
    input.style.width = `${Math.max(width, Math.min(520, longest * 9 + 24))}px`;
    input.style.height = `${ROW_HEIGHT}px`;
    input.style.height = `${Math.max(ROW_HEIGHT, Math.min(220, input.scrollHeight + 4))}px`;
  }

  /** Offers what the last word typed may become. */
  private suggest(): void {
    const column = this.sheet?.columns[this.active.column];
    if (!column || column.role === 'NOTE' || column.role === 'ANNOTATION' || this.editing === 'no') {
      return;
    }
    const before = this.input.value.slice(0, this.input.selectionStart);
    const word = /[\p{L}\p{N}_."]*$/u.exec(before)![0];
    const values = column.type === 'BOOLEAN' ? ['true', 'false'] : column.values;
    const wanted = word.toLowerCase().replace(/^"/, '');
    const all = wanted === '' ? values : [...values, ...this.names, ...FUNCTIONS];
    const items = all
      .filter((item) => item.toLowerCase().replace(/^"/, '').startsWith(wanted) && item !== word)
      .slice(0, 12);
    if (this.editing === 'inside' && word === '') {
      this.popup.close();
      return;
    }
    this.popup.suggest(items, this.below(), (text) => {
      const start = before.length - word.length;
      this.input.setRangeText(text, start, this.input.selectionStart, 'end');
      this.popup.close();
      this.grow();
    });
  }

  private pick(): void {
    const column = this.sheet?.columns[this.active.column];
    if (!column || this.isReadonly || this.view.rows.length === 0) {
      return;
    }
    this.stopEditing(true);
    const text = this.textAt(this.active.row, this.active.column);
    this.popup.pick(column, text, this.below(), this.say, (picked) => {
      this.popup.close();
      if (picked !== undefined) {
        this.eachCell(() => picked);
      }
      this.focusCell();
    });
  }

  private below(): At {
    const host = this.getBoundingClientRect();
    const cell = this.activeBox.getBoundingClientRect();
    return { left: cell.left - host.left, top: cell.bottom - host.top + 2, bottom: host.height, right: host.width };
  }

  /* ---- keyboard ------------------------------------------------------------------------------ */

  private key(event: KeyboardEvent): void {
    // keys of an input method are its own
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    const taken = this.editing === 'no' ? this.keyOutside(event) : this.keyInside(event);
    if (taken) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  private keyInside(event: KeyboardEvent): boolean {
    if (!event.altKey && this.popup.key(event.key)) {
      return true;
    }
    switch (event.key) {
      case 'Enter':
        if (event.altKey) {
          this.input.setRangeText('\n', this.input.selectionStart, this.input.selectionEnd, 'end');
          this.grow();
          return true;
        }
        this.stopEditing(true);
        this.step(event.shiftKey ? -1 : 1, 0);
        return true;
      case 'Tab':
        this.stopEditing(true);
        this.step(0, event.shiftKey ? -1 : 1);
        return true;
      case 'Escape':
        this.stopEditing(false);
        return true;
      case 'F2':
        this.editing = 'inside';
        this.popup.close();
        return true;
      case 'ArrowUp':
      case 'ArrowDown':
      case 'ArrowLeft':
      case 'ArrowRight':
        if (this.editing === 'typing') {
          this.stopEditing(true);
          return this.keyOutside(event);
        }
        return false;
      default:
        return false;
    }
  }

  private keyOutside(event: KeyboardEvent): boolean {
    const command = event.ctrlKey || event.metaKey;
    if (command) {
      return this.commandKey(event);
    }
    if (event.altKey) {
      return this.altKey(event);
    }
    const page = Math.max(1, Math.floor((this.scroller.clientHeight - HEAD_HEIGHT) / ROW_HEIGHT) - 1);
    switch (event.key) {
      case 'ArrowUp':
        return this.step(-1, 0, event.shiftKey);
      case 'ArrowDown':
        return this.step(1, 0, event.shiftKey);
      case 'ArrowLeft':
        return this.step(0, -1, event.shiftKey);
      case 'ArrowRight':
        return this.step(0, 1, event.shiftKey);
      case 'PageUp':
        return this.step(-page, 0, event.shiftKey);
      case 'PageDown':
        return this.step(page, 0, event.shiftKey);
      case 'Home':
        return this.step(0, -Infinity, event.shiftKey);
      case 'End':
        return this.step(0, Infinity, event.shiftKey);
      case 'Tab':
        return this.freeTab ? false : this.step(0, event.shiftKey ? -1 : 1);
      case 'Enter':
      case 'F2':
        this.startEditing('inside');
        return true;
      case 'Escape':
        this.freeTab = true;
        return true;
      case 'Delete':
      case 'Backspace':
        this.eachCell((_, column) => this.sheet!.empty(column));
        return true;
      default:
        return false;
    }
  }

  private commandKey(event: KeyboardEvent): boolean {
    const acts: Record<string, () => void> = {
      a: () => {
        this.anchor = { row: 0, column: 0 };
        this.active = { row: this.view.rows.length - 1, column: this.sheet!.columns.length - 1 };
        this.showSelection();
      },
      d: () => this.fillDown(),
      f: () => this.openFind(),
      h: () => this.openFind(),
      z: () => void this.travel(event.shiftKey ? 'redo' : 'undo'),
      y: () => void this.travel('redo'),
      home: () => this.select({ row: 0, column: 0 }, event.shiftKey),
      end: () => this.select({ row: Infinity, column: Infinity }, event.shiftKey),
      arrowup: () => this.select({ ...this.active, row: 0 }, event.shiftKey),
      arrowdown: () => this.select({ ...this.active, row: Infinity }, event.shiftKey),
      arrowleft: () => this.select({ ...this.active, column: 0 }, event.shiftKey),
      arrowright: () => this.select({ ...this.active, column: Infinity }, event.shiftKey),
      '-': () => this.deleteRows(),
      '+': () => this.insertRows(),
    };
    const act = acts[event.key.toLowerCase()];
    act?.();
    return act !== undefined;
  }

  private altKey(event: KeyboardEvent): boolean {
    switch (event.key) {
      case 'ArrowUp':
        this.moveRows(-1);
        return true;
      case 'ArrowDown':
        if (this.wholeRows) {
          this.moveRows(1);
        } else {
          this.pick();
        }
        return true;
      default:
        return false;
    }
  }

  private step(rows: number, columns: number, extend = false): boolean {
    this.select({ row: this.active.row + rows, column: this.active.column + columns }, extend);
    return true;
  }

  private openFind(): void {
    this.find.open(this.say, this.isReadonly);
  }

  /* ---- listening ----------------------------------------------------------------------------- */

  private listen(): void {
    this.scroller.addEventListener('scroll', () => {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => this.draw());
      if (!this.popup.isList) {
        this.popup.close();
      }
    });
    new ResizeObserver(() => this.draw()).observe(this.scroller);
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('compositionstart', () => this.startEditing('typing'));
    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('focus', () => (this.freeTab = false));
    this.input.addEventListener('blur', (event) => {
      // the picker and the lists belong to the cell
      if (!this.popup.element.contains(event.relatedTarget as Node | null)) {
        this.stopEditing(true);
      }
    });
    this.input.addEventListener('copy', (event) => this.clip(event, false));
    this.input.addEventListener('cut', (event) => this.clip(event, true));
    this.input.addEventListener('paste', (event) => {
      if (this.editing === 'no') {
        event.preventDefault();
        this.paste(event.clipboardData?.getData('text/plain') ?? '');
      }
    });
    this.sheetPart.addEventListener('mousedown', (event) => this.press(event));
    this.sheetPart.addEventListener('dblclick', (event) => {
      if ((event.target as Element).closest('.cell')) {
        this.startEditing('inside');
      }
    });
    this.handle.addEventListener('mousedown', (event) => this.dragFill(event));
  }

  private typed(): void {
    if (this.editing === 'no') {
      if (this.isReadonly) {
        this.input.value = '';
        return;
      }
      this.startEditing('typing');
    } else {
      this.grow();
      this.suggest();
    }
  }

  private clip(event: ClipboardEvent, cut: boolean): void {
    if (this.editing === 'no') {
      event.preventDefault();
      event.clipboardData?.setData('text/plain', this.copied());
      if (cut) {
        this.eachCell((_, column) => this.sheet!.empty(column));
      }
    }
  }

  private pointAt(event: MouseEvent): Point {
    const sheet = this.sheetPart.getBoundingClientRect();
    return {
      row: Math.floor((event.clientY - sheet.top - HEAD_HEIGHT) / ROW_HEIGHT),
      column: this.body.columnAt(event.clientX - sheet.left),
    };
  }

  private press(event: MouseEvent): void {
    const target = event.target as Element;
    if (event.button !== 0 || target.closest('button, .grip') || !this.sheet) {
      return;
    }
    event.preventDefault();
    this.stopEditing(true);
    this.popup.close();
    const point = this.pointAt(event);
    const title = target.closest<HTMLElement>('.title');
    if (title) {
      this.select({ row: 0, column: point.column }, event.shiftKey);
      this.active = { row: this.view.rows.length - 1, column: point.column };
      this.showSelection();
      return;
    }
    const rows = target.closest('.number') !== null;
    this.select(rows ? { ...point, column: 0 } : point, event.shiftKey);
    this.wholeRows = rows || (event.shiftKey && this.wholeRows);
    this.showSelection();
    this.drag((moved) => {
      this.select(this.pointAt(moved), true);
    });
  }

  private drag(move: (event: MouseEvent) => void, done: () => void = () => {}): void {
    const up = () => {
      window.removeEventListener('mousemove', move);
      window.removeEventListener('mouseup', up);
      done();
    };
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', up);
  }

  /** Pulls the selection's rows further down; the pattern repeats. */
  private dragFill(event: MouseEvent): void {
    event.preventDefault();
    const from = this.range();
    const source: string[][] = [];
    for (let row = from.top; row <= from.bottom; row += 1) {
      source.push(Array.from({ length: from.right - from.left + 1 }, (_, i) => this.textAt(row, from.left + i)));
    }
    this.drag(
      (moved) => {
        const { row } = this.pointAt(moved);
        this.anchor = { row: from.top, column: from.left };
        this.active = { row: Math.max(from.bottom, Math.min(row, this.view.rows.length - 1)), column: from.right };
        this.reveal();
        this.showSelection();
      },
      () => this.eachCell((row, column) => source[(row - from.top) % source.length]![column - from.left]!),
    );
  }

  /* ---- around the rows ----------------------------------------------------------------------- */

  private buildBar(): void {
    this.buttons.clear();
    this.policy.setAttribute('aria-label', this.say('policy'));
    this.policy.title = this.say('policy');
    this.policy.disabled = this.isReadonly;
    this.policy.replaceChildren(
      ...POLICIES.map((policy) => new Option(this.say(policy as Word), policy)),
      ...AGGREGATORS.map((one) => new Option(this.say(`COLLECT_${one}` as Word), `COLLECT_${one}`)),
    );
    this.policy.onchange = () => {
      const [, aggregator] = /^COLLECT_(.+)$/.exec(this.policy.value) ?? [];
      this.do({ kind: 'policy', policy: aggregator ? 'COLLECT' : this.policy.value, aggregator: aggregator ?? '' });
    };
    const space = part('span', 'space');
    const editing = this.isReadonly
      ? []
      : [
          this.button('insert', () => this.insertRows(), 'insertTitle'),
          this.button('append', () => this.appendRow()),
          this.button('duplicate', () => this.duplicate()),
          this.button('remove', () => this.deleteRows(), 'removeTitle'),
          this.button('up', () => this.moveRows(-1), 'upTitle'),
          this.button('down', () => this.moveRows(1), 'downTitle'),
        ];
    const findings = this.button('findings', () => this.togglePanel(this.panel.element.hidden === true));
    findings.setAttribute('aria-expanded', String(!this.panel.element.hidden));
    this.bar.replaceChildren(
      this.policy,
      ...editing,
      space,
      this.button('find', () => this.openFind(), 'findTitle'),
      findings,
    );
    this.label('findings', this.say('findings', this.marks.all.length));
    this.panel.show(this.marks.all, this.isReadonly, this.say);
    this.hint.textContent = this.isReadonly ? this.say('readonly') : this.say('keys');
  }

  private button(word: Word, act: () => void, title?: Word): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.say(word);
    button.dataset.act = word;
    if (title) {
      button.title = this.say(title);
    }
    // the cell being edited is kept before the button acts, by losing the focus
    button.addEventListener('click', act);
    this.buttons.set(word, button);
    return button;
  }

  private label(word: Word, text: string): void {
    const button = this.buttons.get(word);
    if (button) {
      button.textContent = text;
    }
  }

  private buildHead(): void {
    const { sheet } = this;
    if (!sheet) {
      return;
    }
    const widths = this.widths(sheet);
    const corner = part('div', 'corner');
    corner.setAttribute('role', 'columnheader');
    corner.setAttribute('aria-colindex', '1');
    corner.textContent = '';
    let left = NUMBER_WIDTH;
    const titles = sheet.columns.map((column, i) => {
      const title = part('div', `title ${column.role.toLowerCase()}`);
      title.setAttribute('role', 'columnheader');
      title.setAttribute('aria-colindex', String(i + 2));
      title.style.left = `${left}px`;
      title.style.width = `${widths[i]!}px`;
      left += widths[i]!;
      const name = document.createElement('b');
      name.textContent = column.label || this.say(column.role);
      const about = document.createElement('small');
      const isRemark = column.role === 'NOTE' || column.role === 'ANNOTATION';
      const shownName = column.expression && column.expression !== column.label ? [column.expression] : [];
      about.textContent = isRemark
        ? this.say(column.role)
        : [this.typeOf(column), column.unit, ...shownName].filter(Boolean).join(' · ');
      title.title = `${this.say(column.role)}: ${name.textContent}\n${about.textContent}`;
      title.append(name, about, this.menuButton(column.label || this.say(column.role), i), this.grip(title, i));
      title.classList.toggle('active', this.view.sort?.column === i || this.view.filters.has(i));
      return title;
    });
    this.head.replaceChildren(corner, ...titles);
  }

  private typeOf(column: Column): string {
    return column.type === 'ANY' ? this.say('ANY_TYPE') : this.say(column.type as Word);
  }

  private menuButton(label: string, column: number): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1;
    const { sort } = this.view;
    button.textContent = sort?.column === column ? (sort.descending ? '↓' : '↑') : '▾';
    button.setAttribute('aria-label', this.say('menu', label));
    button.addEventListener('click', () => {
      const host = this.getBoundingClientRect();
      const box = button.getBoundingClientRect();
      const at = { left: box.left - host.left, top: box.bottom - host.top + 4, bottom: host.height, right: host.width };
      this.popup.menu(at, this.view.sort, this.view.filters.get(column) ?? '', column, this.say, {
        sort: (wanted) => {
          this.view.sort = wanted;
          this.viewChanged();
          this.popup.close(true);
        },
        filter: (text) => {
          this.view.filter(column, text);
          this.viewChanged();
        },
        clear: () => {
          this.clearView();
          this.popup.close(true);
        },
        leave: () => this.focusCell(),
      });
    });
    return button;
  }

  private clearView(): void {
    this.view.sort = undefined;
    this.view.filters.clear();
    this.viewChanged();
  }

  private viewChanged(): void {
    this.buildHead();
    this.changed();
    this.reveal();
  }

  private grip(title: HTMLElement, column: number): HTMLElement {
    const grip = part('div', 'grip');
    grip.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const start = event.clientX - this.body.widths[column]!;
      this.drag(
        (moved) => {
          const width = Math.max(60, moved.clientX - start);
          this.keepWidth(column, width);
          title.style.width = `${width}px`;
          this.changed();
        },
        () => this.buildHead(),
      );
    });
    return grip;
  }

  private widthKey(column: number): string {
    return `rw-table-width/${this.sheet!.opened.id}/${this.sheet!.columns[column]!.id || column}`;
  }

  private keepWidth(column: number, width: number): void {
    localStorage.setItem(this.widthKey(column), String(width));
  }

  private widths(sheet: Sheet): number[] {
    return sheet.columns.map((column, i) => {
      const kept = Number(localStorage.getItem(this.widthKey(i)));
      if (kept > 0) {
        return kept;
      }
      const isRemark = column.role === 'NOTE' || column.role === 'ANNOTATION';
      const about = isRemark ? 0 : wide(`${this.typeOf(column)} · ${column.unit} · ${column.expression}`);
      let longest = Math.max(wide(column.label) + 3, about * 0.85 + 2, isRemark ? 24 : 0);
      for (let row = 0; row < Math.min(60, sheet.rows.length); row += 1) {
        longest = Math.max(longest, wide(sheet.text(row, i)));
      }
      return Math.round(Math.max(110, Math.min(300, longest * 8 + 24)));
    });
  }

  private emit(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** A Chinese character is as wide as two letters. */
function wide(text: string): number {
  let sum = 0;
  for (const character of text) {
    sum += character > '\u2e80' ? 1.75 : 1;
  }
  return sum;
}

function part(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

function place(element: HTMLElement, left: number, top: number, width: number, height: number): void {
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

customElements.define('rw-table-grid', TableGrid);
