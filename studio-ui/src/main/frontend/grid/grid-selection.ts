/** Where the person is and which cells are selected. */
import type { Surface } from './grid-surface';
import type { OpenTable } from './grid-table';

export interface Point {
  row: number;
  column: number;
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const FIRST: Point = { row: 0, column: 0 };

export class Selection {
  active = FIRST;
  /** The corner opposite to the active cell. */
  anchor = FIRST;
  wholeRows = false;

  constructor(
    private readonly table: OpenTable,
    private readonly surface: Surface,
  ) {}

  get range(): Range {
    const last = (this.table.sheet?.columns.length ?? 1) - 1;
    return {
      top: Math.min(this.active.row, this.anchor.row),
      bottom: Math.max(this.active.row, this.anchor.row),
      left: this.wholeRows ? 0 : Math.min(this.active.column, this.anchor.column),
      right: this.wholeRows ? last : Math.max(this.active.column, this.anchor.column),
    };
  }

  /** The selected rules in the order of the table. */
  get rules(): string[] {
    const { top, bottom } = this.range;
    return this.table.view.rows
      .slice(top, bottom + 1)
      .sort((a, b) => a - b)
      .map((place) => this.table.sheet!.rows[place]![0]!);
  }

  reset(): void {
    this.active = FIRST;
    this.anchor = FIRST;
  }

  /** Stays within the rows there are. */
  confine(): void {
    const last = Math.max(0, this.table.view.rows.length - 1);
    this.active = { ...this.active, row: Math.min(this.active.row, last) };
    this.anchor = { ...this.anchor, row: Math.min(this.anchor.row, last) };
  }

  select(point: Point, extend = false, focus = true): void {
    this.active = {
      row: Math.max(0, Math.min(point.row, this.table.view.rows.length - 1)),
      column: Math.max(0, Math.min(point.column, (this.table.sheet?.columns.length ?? 1) - 1)),
    };
    if (!extend) {
      this.anchor = this.active;
      this.wholeRows = false;
    }
    this.reveal();
    this.show();
    if (focus) {
      this.surface.focus();
    }
  }

  step(rows: number, columns: number, extend = false): void {
    this.select({ row: this.active.row + rows, column: this.active.column + columns }, extend);
  }

  selectAll(): void {
    this.anchor = FIRST;
    this.active = { row: this.table.view.rows.length - 1, column: this.table.sheet!.columns.length - 1 };
    this.show();
  }

  selectColumn(column: number, extend: boolean): void {
    this.select({ row: 0, column }, extend);
    this.active = { row: this.table.view.rows.length - 1, column };
    this.show();
  }

  goToRule(rule: string, rows = 1): void {
    const row = this.table.view.rows.indexOf(this.table.sheet?.placeOf(rule) ?? -1);
    if (row >= 0) {
      this.wholeRows = rows > 1;
      this.anchor = { row: row + rows - 1, column: this.wholeRows ? this.active.column : 0 };
      this.active = { row, column: this.wholeRows ? this.active.column : 0 };
      this.reveal();
      this.show();
      this.surface.focus();
    }
  }

  reveal(): void {
    this.surface.reveal(this.active);
  }

  show(): void {
    this.surface.showSelection(this.range, this.active);
  }
}
