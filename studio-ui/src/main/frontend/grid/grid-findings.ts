/** What was found in the table: in its margin, and how one gets there and mends it. */
import { Marks, type Finding } from './grid-body';
import { Panel } from './grid-panel';
import type { OperationQueue } from './grid-queue';
import type { Selection } from './grid-selection';
import type { Operation } from './grid-sheet';
import type { Surface } from './grid-surface';
import type { OpenTable } from './grid-table';

export class Findings {
  private readonly panel = new Panel(
    (finding) => this.go(finding),
    (finding) => this.mend(finding),
    () => this.toggle(false),
  );
  readonly element = this.panel.element;

  constructor(
    private readonly table: OpenTable,
    private readonly selection: Selection,
    private readonly surface: Surface,
    private readonly queue: OperationQueue,
    private readonly toggled: (open: boolean) => void,
  ) {}

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  show(findings: Finding[]): void {
    this.table.marks = new Marks(findings);
    this.build();
    this.surface.redraw();
  }

  build(): void {
    this.panel.show(this.table.marks.all, this.table.isReadonly, this.table.say);
  }

  go({ rule, column }: Pick<Finding, 'rule' | 'column'>): void {
    const { table } = this;
    const place = rule && table.sheet ? table.sheet.placeOf(rule) : -1;
    if (place >= 0 && !table.view.rows.includes(place)) {
      table.clearView();
    }
    const row = place < 0 ? -1 : table.view.rows.indexOf(place);
    if (row >= 0 || column !== null) {
      this.selection.select({ row: Math.max(0, row), column: column ?? this.selection.active.column });
    }
    this.surface.focus();
  }

  toggle(open: boolean): void {
    this.element.hidden = !open;
    this.toggled(open);
    this.surface.draw();
    if (!open) {
      this.surface.focus();
    }
  }

  private mend(finding: Finding): void {
    const operations = JSON.parse(finding.fix!) as Operation[];
    operations.forEach((operation) => this.table.do(operation));
    const inserted = operations.find((operation) => operation.kind === 'insert');
    if (inserted?.kind === 'insert') {
      this.selection.goToRule(inserted.rules[0]!.id);
    }
    this.queue.flush();
  }
}
