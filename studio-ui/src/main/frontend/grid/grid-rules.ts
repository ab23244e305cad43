/** Rules inserted, copied, deleted and moved by whole rows. */
import type { Selection } from './grid-selection';
import { newRuleId, type NewRule } from './grid-sheet';
import type { StatusLine } from './grid-status';
import type { OpenTable } from './grid-table';

export class Rules {
  constructor(
    private readonly table: OpenTable,
    private readonly selection: Selection,
    private readonly status: StatusLine,
  ) {}

  /** As many before the selected ones as are selected. */
  insert(): void {
    const chosen = this.selection.rules;
    this.add(Array.from({ length: Math.max(1, chosen.length) }, emptyRule), chosen[0] ?? '');
  }

  append(): void {
    this.add([emptyRule()], '');
  }

  duplicate(): void {
    const chosen = this.selection.rules;
    const { sheet } = this.table;
    if (!sheet || chosen.length === 0) {
      return;
    }
    const after = sheet.rows[sheet.placeOf(chosen.at(-1)!) + 1]?.[0] ?? '';
    const added: NewRule[] = chosen.map((id) => ({
      id: newRuleId(),
      copyOf: id,
      texts: sheet.rows[sheet.placeOf(id)]!.slice(1),
    }));
    this.add(added, after, added.length);
  }

  remove(): void {
    const { rules } = this.selection;
    if (rules.length > 0) {
      this.table.do({ kind: 'delete', rules });
      const { active, range } = this.selection;
      this.selection.select({ ...active, row: Math.max(0, Math.min(range.top, this.table.view.rows.length - 1)) });
    }
  }

  move(step: -1 | 1): void {
    const { sheet, view, say } = this.table;
    const { rules } = this.selection;
    if (!sheet || rules.length === 0) {
      return;
    }
    if (!view.isPlain) {
      this.status.notice(say('sorted'));
      return;
    }
    const first = sheet.placeOf(rules[0]!);
    const last = sheet.placeOf(rules.at(-1)!);
    if (step < 0 ? first === 0 : last === sheet.rows.length - 1) {
      return;
    }
    const before = step < 0 ? sheet.rows[first - 1]![0]! : (sheet.rows[last + 2]?.[0] ?? '');
    const { active, anchor } = this.selection;
    this.selection.active = { ...active, row: active.row + step };
    this.selection.anchor = { ...anchor, row: anchor.row + step };
    this.table.do({ kind: 'move', rules, before });
    this.selection.reveal();
  }

  private add(rules: NewRule[], before: string, selected = 1): void {
    this.table.do({ kind: 'insert', rules, before });
    this.selection.goToRule(rules[0]!.id, selected);
  }
}

function emptyRule(): NewRule {
  return { id: newRuleId(), copyOf: '', texts: [] };
}
