/** The table that is open: its rows, how they are looked at, and what is done to them. */
import { Marks } from './grid-body';
import type { OperationQueue } from './grid-queue';
import type { CellText, Operation, Sheet } from './grid-sheet';
import { sayIn, type Say } from './grid-texts';
import { asTyped } from './grid-typing';
import { View } from './grid-view';

/** Who has to show it again. */
export interface Shown {
  /** Texts were written. */
  cells(): void;
  /** Rows came, went or moved; those in {@code kept} stay even if a filter hides them. */
  rows(kept?: ReadonlySet<string>): void;
  /** The rows are sorted or filtered in another way. */
  view(): void;
}

export class OpenTable {
  say: Say = sayIn('en');
  sheet: Sheet | undefined;
  /** What an expression may name. */
  names: ReadonlySet<string> = new Set();
  view = new View();
  marks = new Marks();
  /** Rules that are lit up, by id. */
  lit: ReadonlySet<string> = new Set();
  isReadonly = false;

  constructor(
    private readonly queue: OperationQueue,
    readonly shown: Shown,
  ) {}

  /** The rule in a row as it is seen. */
  ruleAt(row: number): string {
    return this.sheet?.rows[this.view.rows[row] ?? -1]?.[0] ?? '';
  }

  textAt(row: number, column: number): string {
    return this.sheet?.text(this.view.rows[row] ?? -1, column) ?? '';
  }

  clearView(): void {
    this.view.clear();
    this.shown.view();
  }

  /** Applies it here at once and sends it. */
  do(operation: Operation): void {
    if (this.sheet && !this.isReadonly) {
      this.sheet.apply(operation);
      this.queue.add(operation);
      const kept = operation.kind === 'insert' ? new Set(operation.rules.map(({ id }) => id)) : undefined;
      if (operation.kind === 'set') {
        this.shown.cells();
      } else {
        this.shown.rows(kept);
      }
    }
  }

  /** Writes what was typed, where it differs from what stands there. */
  set(cells: CellText[]): void {
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
}
