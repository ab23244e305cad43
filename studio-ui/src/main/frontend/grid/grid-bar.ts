/** The bar over the table: its hit policy, what is done to rules, and what opens beside it. */
import { part } from './grid-parts';
import type { Rules } from './grid-rules';
import type { OpenTable } from './grid-table';
import type { Word } from './grid-texts';

const POLICIES = ['UNIQUE', 'FIRST', 'ANY', 'PRIORITY', 'RULE_ORDER', 'OUTPUT_ORDER', 'COLLECT'];
const AGGREGATORS = ['SUM', 'COUNT', 'MIN', 'MAX'];

export class Bar {
  readonly element = part('div', 'bar');
  private readonly policy = document.createElement('select');
  private readonly findings = document.createElement('button');

  constructor(
    private readonly table: OpenTable,
    private readonly rules: Rules,
    private readonly find: () => void,
    showFindings: () => void,
  ) {
    this.findings.type = 'button';
    this.findings.dataset.act = 'findings';
    this.findings.addEventListener('click', showFindings);
    this.policy.addEventListener('change', () => this.choosePolicy());
  }

  /** @param expanded whether the findings are shown */
  build(expanded: boolean): void {
    const { rules } = this;
    this.buildPolicy();
    const editing = this.table.isReadonly
      ? []
      : [
          this.button('insert', () => rules.insert(), 'insertTitle'),
          this.button('append', () => rules.append()),
          this.button('duplicate', () => rules.duplicate()),
          this.button('remove', () => rules.remove(), 'removeTitle'),
          this.button('up', () => rules.move(-1), 'upTitle'),
          this.button('down', () => rules.move(1), 'downTitle'),
        ];
    const find = this.button('find', this.find, 'findTitle');
    this.element.replaceChildren(this.policy, ...editing, part('span', 'space'), find, this.findings);
    this.expand(expanded);
    this.countFindings();
  }

  showPolicy(): void {
    const { sheet } = this.table;
    if (sheet) {
      this.policy.value = sheet.aggregator ? `COLLECT_${sheet.aggregator}` : sheet.policy;
    }
  }

  countFindings(): void {
    this.findings.textContent = this.table.say('findings', this.table.marks.all.length);
  }

  expand(expanded: boolean): void {
    this.findings.setAttribute('aria-expanded', String(expanded));
  }

  private buildPolicy(): void {
    const { say, isReadonly } = this.table;
    this.policy.setAttribute('aria-label', say('policy'));
    this.policy.title = say('policy');
    this.policy.disabled = isReadonly;
    this.policy.replaceChildren(
      ...POLICIES.map((policy) => new Option(say(policy as Word), policy)),
      ...AGGREGATORS.map((one) => new Option(say(`COLLECT_${one}` as Word), `COLLECT_${one}`)),
    );
    this.showPolicy();
  }

  private choosePolicy(): void {
    const [, aggregator] = /^COLLECT_(.+)$/.exec(this.policy.value) ?? [];
    const policy = aggregator ? 'COLLECT' : this.policy.value;
    this.table.do({ kind: 'policy', policy, aggregator: aggregator ?? '' });
  }

  private button(word: Word, act: () => void, title?: Word): HTMLButtonElement {
    const { say } = this.table;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = say(word);
    button.dataset.act = word;
    if (title) {
      button.title = say(title);
    }
    // the cell being edited is kept before the button acts, by losing the focus
    button.addEventListener('click', act);
    return button;
  }
}
