/** What the mouse does in the rows: it selects cells, columns and rules, and fills by the handle. */
import type { Cells } from './grid-cells';
import type { Editing } from './grid-editing';
import { drag } from './grid-parts';
import type { Popup } from './grid-popup';
import type { Selection } from './grid-selection';
import type { Surface } from './grid-surface';
import type { OpenTable } from './grid-table';

export class Pointer {
  constructor(
    private readonly table: OpenTable,
    private readonly surface: Surface,
    private readonly selection: Selection,
    private readonly cells: Cells,
    private readonly editing: Editing,
    private readonly popup: Popup,
  ) {
    surface.sheet.addEventListener('mousedown', (event) => this.press(event));
    surface.sheet.addEventListener('dblclick', (event) => {
      if ((event.target as Element).closest('.cell')) {
        editing.start('inside');
      }
    });
    surface.handle.addEventListener('mousedown', (event) => this.dragFill(event));
    surface.scroller.addEventListener('scroll', () => {
      if (!popup.isList) {
        popup.close();
      }
    });
  }

  private press(event: MouseEvent): void {
    const target = event.target as Element;
    if (event.button !== 0 || target.closest('button, .grip') || !this.table.sheet) {
      return;
    }
    event.preventDefault();
    this.editing.stop(true);
    this.popup.close();
    const { selection } = this;
    const point = this.surface.pointAt(event);
    if (target.closest('.title')) {
      selection.selectColumn(point.column, event.shiftKey);
      return;
    }
    const rows = target.closest('.number') !== null;
    selection.select(rows ? { ...point, column: 0 } : point, event.shiftKey);
    selection.wholeRows = rows || (event.shiftKey && selection.wholeRows);
    selection.show();
    drag((moved) => selection.select(this.surface.pointAt(moved), true));
  }

  /** Pulls the selection's rows further down; the pattern repeats. */
  private dragFill(event: MouseEvent): void {
    event.preventDefault();
    const { selection } = this;
    const from = selection.range;
    const { texts } = this.cells;
    drag(
      (moved) => {
        const { row } = this.surface.pointAt(moved);
        const last = this.table.view.rows.length - 1;
        selection.anchor = { row: from.top, column: from.left };
        selection.active = { row: Math.max(from.bottom, Math.min(row, last)), column: from.right };
        selection.reveal();
        selection.show();
      },
      () => this.cells.repeat(texts, from),
    );
  }
}
