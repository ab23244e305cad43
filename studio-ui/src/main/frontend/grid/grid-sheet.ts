/** A decision table in the browser: its rows, and what can be done to them. */
export type Role = 'INPUT' | 'OUTPUT' | 'ANNOTATION' | 'NOTE';

export interface Column {
  readonly role: Role;
  readonly id: string;
  /** What people call it; the dictionary's word, else the author's, else the expression. */
  readonly label: string;
  readonly expression: string;
  readonly type: string;
  readonly unit: string;
  /** FEEL literals it may hold, in the dictionary's order; empty when any will do. */
  readonly values: string[];
}

/** The id of a rule, then the text of each cell. */
export type Row = string[];

export interface CellText {
  rule: string;
  column: number;
  text: string;
}

export interface NewRule {
  id: string;
  copyOf: string;
  texts: string[];
}

export type Operation =
  | { kind: 'set'; cells: CellText[] }
  | { kind: 'insert'; rules: NewRule[]; before: string }
  | { kind: 'delete'; rules: string[] }
  | { kind: 'move'; rules: string[]; before: string }
  | { kind: 'policy'; policy: string; aggregator: string };

export interface Opened {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly policy: string;
  readonly aggregator: string;
  readonly columns: Column[];
  readonly rows: Row[];
  /** What may be named in a cell: facts, decisions. */
  readonly names: string[];
}

/** How a stored table differs from the one on the screen. */
export interface Patch {
  readonly policy: string;
  readonly aggregator: string;
  readonly rows: Row[];
  /** Ids of all rules in their order; absent when neither they nor their order changed. */
  readonly order?: string[];
}

export class Sheet {
  rows: Row[];
  policy: string;
  aggregator: string;
  readonly columns: Column[];
  private places: Map<string, number> | undefined;

  constructor(readonly opened: Opened) {
    this.rows = opened.rows;
    this.columns = opened.columns;
    this.policy = opened.policy;
    this.aggregator = opened.aggregator;
  }

  placeOf(rule: string): number {
    this.places ??= new Map(this.rows.map((row, index) => [row[0]!, index]));
    return this.places.get(rule) ?? -1;
  }

  text(row: number, column: number): string {
    return this.rows[row]?.[column + 1] ?? '';
  }

  /** What a cell of this column holds when it says nothing. */
  empty(column: number): string {
    return this.columns[column]?.role === 'INPUT' ? '-' : '';
  }

  apply(operation: Operation): void {
    switch (operation.kind) {
      case 'set':
        operation.cells.forEach(({ rule, column, text }) => {
          const row = this.rows[this.placeOf(rule)];
          if (row) {
            row[column + 1] = text.trim() === '' ? this.empty(column) : text;
          }
        });
        break;
      case 'insert': {
        const added = operation.rules.filter(({ id }) => this.placeOf(id) < 0).map((rule) => this.rowOf(rule));
        this.rows.splice(this.before(operation.before), 0, ...added);
        this.places = undefined;
        break;
      }
      case 'delete': {
        const gone = new Set(operation.rules);
        this.rows = this.rows.filter((row) => !gone.has(row[0]!));
        this.places = undefined;
        break;
      }
      case 'move': {
        const moved = operation.rules.map((id) => this.rows[this.placeOf(id)]).filter((row) => row !== undefined);
        const moving = new Set(moved);
        this.rows = this.rows.filter((row) => !moving.has(row));
        this.places = undefined;
        this.rows.splice(this.before(operation.before), 0, ...moved);
        this.places = undefined;
        break;
      }
      case 'policy':
        this.policy = operation.policy;
        this.aggregator = operation.aggregator;
    }
  }

  patch(patch: Patch): void {
    this.policy = patch.policy;
    this.aggregator = patch.aggregator;
    const known = new Map(patch.rows.map((row) => [row[0]!, row]));
    if (patch.order) {
      const rows = new Map(this.rows.map((row) => [row[0]!, row]));
      this.rows = patch.order.map((id) => known.get(id) ?? rows.get(id)!).filter(Boolean);
    } else {
      this.rows = this.rows.map((row) => known.get(row[0]!) ?? row);
    }
    this.places = undefined;
  }

  private before(rule: string): number {
    const place = rule ? this.placeOf(rule) : -1;
    return place < 0 ? this.rows.length : place;
  }

  private rowOf({ id, copyOf, texts }: NewRule): Row {
    const pattern = this.rows[this.placeOf(copyOf)];
    return [id, ...this.columns.map((_, i) => texts[i] ?? pattern?.[i + 1] ?? this.empty(i))];
  }
}

/** An id no other element of a model has. */
export function newRuleId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return `rule_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
