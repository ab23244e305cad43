/** Everything that was found, beside the table, each with its place and its fix. */
import type { Finding } from './grid-body';
import type { Say } from './grid-texts';

/** More lines than anybody reads at once; the number of the rest is said. */
const MOST = 200;

export class Panel {
  readonly element = document.createElement('aside');

  constructor(
    private readonly go: (finding: Finding) => void,
    private readonly fix: (finding: Finding) => void,
    private readonly close: () => void,
  ) {
    this.element.className = 'panel';
    this.element.hidden = true;
  }

  show(findings: Finding[], readonly: boolean, say: Say): void {
    const header = document.createElement('header');
    header.textContent = say('findings', findings.length);
    const close = document.createElement('button');
    close.textContent = '×';
    close.setAttribute('aria-label', say('close'));
    close.addEventListener('click', this.close);
    header.append(close);
    const list = document.createElement('ul');
    list.append(...findings.slice(0, MOST).map((finding) => this.line(finding, readonly, say)));
    if (findings.length === 0) {
      list.append(text(say('noFindings')));
    } else if (findings.length > MOST) {
      list.append(text(say('more', findings.length - MOST)));
    }
    this.element.setAttribute('aria-label', say('findings', findings.length));
    this.element.replaceChildren(header, list);
  }

  private line(finding: Finding, readonly: boolean, say: Say): HTMLElement {
    const line = document.createElement('li');
    line.className = finding.severity.toLowerCase();
    const go = document.createElement('button');
    go.className = 'go';
    go.textContent = finding.message;
    go.addEventListener('click', () => this.go(finding));
    line.append(go);
    if (finding.fix && !readonly) {
      const fix = document.createElement('button');
      fix.className = 'fix';
      fix.textContent = say('fix');
      fix.addEventListener('click', () => {
        fix.disabled = true;
        this.fix(finding);
      });
      line.append(fix);
    }
    return line;
  }
}

function text(words: string): HTMLElement {
  const line = document.createElement('li');
  line.textContent = words;
  return line;
}
