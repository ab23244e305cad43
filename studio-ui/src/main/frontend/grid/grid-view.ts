/** Which rows are seen, in which order; the rules keep theirs. */
import type { Sheet } from './grid-sheet';

export interface Sort {
  readonly column: number;
  readonly descending: boolean;
}

export class View {
  sort: Sort | undefined;
  readonly filters = new Map<number, string>();
  /** Places of rows in the sheet, as they are seen. */
  rows: number[] = [];

  get isPlain(): boolean {
    return !this.sort && this.filters.size === 0;
  }

  filter(column: number, text: string): void {
    if (text) {
      this.filters.set(column, text.toLowerCase());
    } else {
      this.filters.delete(column);
    }
  }

  clear(): void {
    this.sort = undefined;
    this.filters.clear();
  }

  /** Looks at all rows again; those in {@code kept} stay even if a filter hides them. */
  refresh(sheet: Sheet, kept?: ReadonlySet<string>): void {
    const shown: number[] = [];
    sheet.rows.forEach((row, place) => {
      const passes = [...this.filters].every(([column, text]) => row[column + 1]!.toLowerCase().includes(text));
      if (passes || kept?.has(row[0]!)) {
        shown.push(place);
      }
    });
    const { sort } = this;
    if (sort) {
      const compare = new Intl.Collator(undefined, { numeric: true }).compare;
      const direction = sort.descending ? -1 : 1;
      const text = (place: number) => sheet.text(place, sort.column).replace(/^[<>=[\](\s"]+/, '');
      shown.sort((a, b) => direction * compare(text(a), text(b)) || a - b);
    }
    this.rows = shown;
  }
}
