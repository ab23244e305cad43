/** Finds and replaces a text in the cells that are seen, whatever its case. */
import type { Finder } from './grid-find';
import type { Point, Selection } from './grid-selection';
import type { Surface } from './grid-surface';
import type { OpenTable } from './grid-table';

export class Search implements Finder {
  constructor(
    private readonly table: OpenTable,
    private readonly selection: Selection,
    private readonly surface: Surface,
  ) {}

  count(text: string): number {
    return this.cellsWith(text).length;
  }

  next(text: string): void {
    const found = this.cellsWith(text);
    const { active } = this.selection;
    const after = found.find(
      ({ row, column }) => row > active.row || (row === active.row && column > active.column),
    );
    const next = after ?? found[0];
    if (next) {
      this.selection.select(next, false, false);
    }
  }

  replace(text: string, by: string): void {
    const { active } = this.selection;
    if (text && this.table.textAt(active.row, active.column).toLowerCase().includes(text.toLowerCase())) {
      this.replaceIn([active], text, by);
    }
    this.next(text);
  }

  replaceAll(text: string, by: string): number {
    const found = this.cellsWith(text);
    this.replaceIn(found, text, by);
    return found.length;
  }

  leave(): void {
    this.surface.focus();
  }

  private cellsWith(text: string): Point[] {
    const { sheet, view } = this.table;
    const wanted = text.toLowerCase();
    const found: Point[] = [];
    if (wanted && sheet) {
      view.rows.forEach((place, row) =>
        sheet.columns.forEach((_, column) => {
          if (sheet.text(place, column).toLowerCase().includes(wanted)) {
            found.push({ row, column });
          }
        }),
      );
    }
    return found;
  }

  private replaceIn(points: Point[], text: string, by: string): void {
    const pattern = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
    this.table.set(
      points.map(({ row, column }) => ({
        rule: this.table.ruleAt(row),
        column,
        text: this.table.textAt(row, column).replace(pattern, () => by),
      })),
    );
  }
}
