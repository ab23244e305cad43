/** The line under the table: how many rules, how much is selected, what was noticed, which keys there are. */
import { part } from './grid-parts';
import type { Range } from './grid-selection';
import type { OpenTable } from './grid-table';

export class StatusLine {
  readonly element = part('div', 'status');
  private readonly counts = document.createElement('span');
  private readonly noticed = document.createElement('span');
  private readonly hint = part('span', 'keys');

  constructor() {
    this.noticed.setAttribute('role', 'status');
    this.element.append(this.counts, this.noticed, this.hint);
  }

  notice(text: string): void {
    this.noticed.textContent = text;
  }

  help(text: string): void {
    this.hint.textContent = text;
  }

  /** @param range what is selected, if there are rows */
  count({ sheet, view, say }: OpenTable, range?: Range): void {
    const rules = !sheet
      ? ''
      : view.isPlain
        ? say('rules', sheet.rows.length)
        : say('shown', view.rows.length, sheet.rows.length);
    const several = range && (range.top !== range.bottom || range.left !== range.right);
    const selected = several ? ` · ${say('selected', range.bottom - range.top + 1, range.right - range.left + 1)}` : '';
    this.counts.textContent = rules + selected;
  }
}
