/** What is done to the selected cells together. */
import type { Range, Selection } from './grid-selection';
import type { CellText } from './grid-sheet';
import type { OpenTable } from './grid-table';

export class Cells {
  constructor(
    private readonly table: OpenTable,
    private readonly selection: Selection,
  ) {}

  /** The texts of the selected cells, by rows. */
  get texts(): string[][] {
    const { top, bottom, left, right } = this.selection.range;
    const rows: string[][] = [];
    for (let row = top; row <= bottom; row += 1) {
      rows.push(Array.from({ length: right - left + 1 }, (_, i) => this.table.textAt(row, left + i)));
    }
    return rows;
  }

  write(text: (row: number, column: number) => string): void {
    const { top, bottom, left, right } = this.selection.range;
    const cells: CellText[] = [];
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        cells.push({ rule: this.table.ruleAt(row), column, text: text(row, column) });
      }
    }
    this.table.set(cells);
  }

  empty(): void {
    this.write((_, column) => this.table.sheet!.empty(column));
  }

  fillDown(): void {
    const { top, bottom } = this.selection.range;
    // one row takes over what stands above it
    const from = top === bottom ? top - 1 : top;
    if (from >= 0) {
      this.write((_, column) => this.table.textAt(from, column));
    }
  }

  /** Repeats the texts that stood in a part of what is selected now. */
  repeat(texts: string[][], from: Range): void {
    this.write((row, column) => texts[(row - from.top) % texts.length]![column - from.left]!);
  }
}
