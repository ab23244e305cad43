/** The titles of the columns, each with its menu to sort and filter and a grip to make it wider. */
import { NUMBER_WIDTH } from './grid-body';
import { isRemark, keepWidth, typeOf, widthsOf } from './grid-columns';
import { drag, part, under } from './grid-parts';
import type { Popup } from './grid-popup';
import type { Column, Sheet } from './grid-sheet';
import type { Surface } from './grid-surface';
import type { OpenTable } from './grid-table';

const NARROWEST = 60;

export class Head {
  constructor(
    private readonly host: HTMLElement,
    private readonly table: OpenTable,
    private readonly surface: Surface,
    private readonly popup: Popup,
  ) {}

  build(): void {
    const { sheet, say } = this.table;
    if (!sheet) {
      return;
    }
    const corner = part('div', 'corner');
    corner.setAttribute('role', 'columnheader');
    corner.setAttribute('aria-colindex', '1');
    const widths = widthsOf(sheet, say);
    let left = NUMBER_WIDTH;
    const titles = sheet.columns.map((column, i) => {
      const title = this.title(sheet, column, i);
      title.style.left = `${left}px`;
      title.style.width = `${widths[i]!}px`;
      left += widths[i]!;
      return title;
    });
    this.surface.head.replaceChildren(corner, ...titles);
  }

  private title(sheet: Sheet, column: Column, place: number): HTMLElement {
    const { say, view } = this.table;
    const title = part('div', `title ${column.role.toLowerCase()}`);
    title.setAttribute('role', 'columnheader');
    title.setAttribute('aria-colindex', String(place + 2));
    const name = document.createElement('b');
    name.textContent = column.label || say(column.role);
    const about = document.createElement('small');
    about.textContent = this.about(column);
    title.title = `${say(column.role)}: ${name.textContent}\n${about.textContent}`;
    title.append(name, about, this.menuButton(name.textContent, place), this.grip(title, sheet, place));
    title.classList.toggle('active', view.sort?.column === place || view.filters.has(place));
    return title;
  }

  private about(column: Column): string {
    const { say } = this.table;
    if (isRemark(column)) {
      return say(column.role);
    }
    const expression = column.expression === column.label ? '' : column.expression;
    return [typeOf(column, say), column.unit, expression].filter(Boolean).join(' · ');
  }

  private menuButton(label: string, column: number): HTMLElement {
    const { view } = this.table;
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1;
    button.textContent = view.sort?.column === column ? (view.sort.descending ? '↓' : '↑') : '▾';
    button.setAttribute('aria-label', this.table.say('menu', label));
    button.addEventListener('click', () => this.openMenu(button, column));
    return button;
  }

  private openMenu(button: HTMLElement, column: number): void {
    const { table, popup } = this;
    const { view, say } = table;
    popup.menu(under(this.host, button, 4), view.sort, view.filters.get(column) ?? '', column, say, {
      sort: (wanted) => {
        table.view.sort = wanted;
        table.shown.view();
        popup.close(true);
      },
      filter: (text) => {
        table.view.filter(column, text);
        table.shown.view();
      },
      clear: () => {
        table.clearView();
        popup.close(true);
      },
      leave: () => this.surface.focus(),
    });
  }

  private grip(title: HTMLElement, sheet: Sheet, column: number): HTMLElement {
    const grip = part('div', 'grip');
    grip.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const start = event.clientX - this.surface.body.widths[column]!;
      drag(
        (moved) => {
          const width = Math.max(NARROWEST, moved.clientX - start);
          keepWidth(sheet, column, width);
          title.style.width = `${width}px`;
          this.table.shown.rows();
        },
        () => this.build(),
      );
    });
    return grip;
  }
}
