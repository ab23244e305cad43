/** Where the table lies: its rows, the boxes around what is selected, and the text area of the person. */
import { Body, NUMBER_WIDTH, ROW_HEIGHT } from './grid-body';
import { part, place, under } from './grid-parts';
import type { At } from './grid-popup';
import type { Point, Range } from './grid-selection';
import type { StatusLine } from './grid-status';
import type { OpenTable } from './grid-table';

const HEAD_HEIGHT = 56;

export class Surface {
  readonly scroller = part('div', 'scroller');
  readonly sheet = part('div', 'sheet');
  readonly head = part('div', 'head');
  readonly body = new Body(this.scroller);
  readonly handle = part('div', 'handle');
  readonly input = document.createElement('textarea');
  private readonly rangeBox = part('div', 'range-box');
  private readonly activeBox = part('div', 'active-box');
  private editing = false;
  private frame = 0;

  constructor(
    private readonly host: HTMLElement,
    private readonly table: OpenTable,
    private readonly status: StatusLine,
  ) {
    this.head.setAttribute('role', 'row');
    this.head.setAttribute('aria-rowindex', '1');
    this.sheet.setAttribute('role', 'grid');
    this.input.className = 'idle';
    this.input.rows = 1;
    this.input.spellcheck = false;
    this.input.autocomplete = 'off';
    this.sheet.append(this.head, this.body.element);
    this.scroller.append(this.sheet, this.rangeBox, this.activeBox, this.handle, this.input);
    this.scroller.addEventListener('scroll', () => {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => this.draw());
    });
    new ResizeObserver(() => this.draw()).observe(this.scroller);
  }

  /** Whether the text area holds a text that is not yet the cell's. */
  get isEditing(): boolean {
    return this.editing;
  }

  set isEditing(value: boolean) {
    this.editing = value;
    this.input.className = value ? '' : 'idle';
  }

  /** How many rows a page has. */
  get page(): number {
    return Math.max(1, Math.floor((this.scroller.clientHeight - HEAD_HEIGHT) / ROW_HEIGHT) - 1);
  }

  layOut(widths: number[]): void {
    const rows = this.table.view.rows.length;
    this.body.layOut(widths, rows);
    this.sheet.style.width = `${this.body.width}px`;
    this.sheet.setAttribute('aria-rowcount', String(rows + 1));
    this.sheet.setAttribute('aria-colcount', String(widths.length + 1));
  }

  /** Draws what is in sight; what is there already stays. */
  draw(): void {
    const { sheet, view, marks, lit } = this.table;
    if (sheet) {
      this.body.draw(sheet, view, marks, lit);
    }
  }

  /** Draws all that is in sight again. */
  redraw(): void {
    this.body.changed();
    this.draw();
  }

  /** Scrolls until the cell is in sight. */
  reveal({ row, column }: Point): void {
    const { scroller } = this;
    const top = row * ROW_HEIGHT;
    const left = this.body.left(column);
    const right = left + (this.body.widths[column] ?? 0);
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

  showSelection(range: Range, active: Point): void {
    const { sheet, view, isReadonly } = this.table;
    const none = !sheet || view.rows.length === 0;
    for (const box of [this.rangeBox, this.activeBox, this.handle]) {
      box.hidden = none;
    }
    this.status.count(this.table, none ? undefined : range);
    if (none) {
      return;
    }
    const { top, bottom, left, right } = range;
    const x = this.body.left(left);
    const y = HEAD_HEIGHT + top * ROW_HEIGHT;
    const width = this.body.left(right) + this.body.widths[right]! - x;
    const height = (bottom - top + 1) * ROW_HEIGHT;
    this.rangeBox.hidden = top === bottom && left === right;
    place(this.rangeBox, x, y, width, height);
    this.cover(this.activeBox, active);
    this.handle.hidden = isReadonly || this.editing;
    this.handle.style.left = `${x + width}px`;
    this.handle.style.top = `${y + height}px`;
    if (!this.editing) {
      this.cover(this.input, active);
      this.describe(active, sheet.columns[active.column]!.label);
    }
  }

  /** Makes the text area as large as what is typed. */
  grow({ column }: Point): void {
    const { input } = this;
    const width = this.body.widths[column]!;
    const longest = Math.max(...input.value.split('\n').map((line) => line.length));
    input.style.width = `${Math.max(width, Math.min(520, longest * 9 + 24))}px`;
    input.style.height = `${ROW_HEIGHT}px`;
    input.style.height = `${Math.max(ROW_HEIGHT, Math.min(220, input.scrollHeight + 4))}px`;
  }

  focus(): void {
    this.input.focus({ preventScroll: true });
  }

  pointAt(event: MouseEvent): Point {
    const sheet = this.sheet.getBoundingClientRect();
    return {
      row: Math.floor((event.clientY - sheet.top - HEAD_HEIGHT) / ROW_HEIGHT),
      column: this.body.columnAt(event.clientX - sheet.left),
    };
  }

  belowActive(): At {
    return under(this.host, this.activeBox, 2);
  }

  private cover(element: HTMLElement, { row, column }: Point): void {
    place(element, this.body.left(column), HEAD_HEIGHT + row * ROW_HEIGHT, this.body.widths[column]!, ROW_HEIGHT);
  }

  /** Says the cell, its text and what is wrong with it. */
  private describe({ row, column }: Point, label: string): void {
    const { marks, say } = this.table;
    const found = marks.ofCell(this.table.ruleAt(row), column).map(({ message }) => message);
    const words = [this.table.textAt(row, column), ...found].join('; ');
    this.input.setAttribute('aria-label', say('cell', row + 1, label, words));
    this.status.notice(found[0] ?? '');
  }
}
