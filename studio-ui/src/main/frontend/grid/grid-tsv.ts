/** Cells as spreadsheets put them on the clipboard: tabs between cells, a line for each row. */
export function parseTsv(text: string): string[][] {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const quoted = quotedCell(source, at);
    const end = quoted ? quoted.end : endOfPlain(source, at);
    rows.at(-1)!.push(quoted ? quoted.text : source.slice(at, end));
    if (end >= source.length) {
      return rows;
    }
    if (source[end] === '\n') {
      rows.push([]);
    }
    at = end + 1;
  }
}

export function formatTsv(rows: string[][]): string {
  return rows.map((row) => row.map(formatCell).join('\t')).join('\n');
}

function formatCell(text: string): string {
  return /[\t\n]/.test(text) || text.includes('""') ? `"${text.replaceAll('"', '""')}"` : text;
}

function endOfPlain(source: string, at: number): number {
  const end = source.slice(at).search(/[\t\n]/);
  return end < 0 ? source.length : at + end;
}

/**
 * A cell in quotation marks of the clipboard's own. A FEEL text stands in the same marks, and
 * spreadsheets do not double those of a cell without tab or line break: one is told from the other
 * by what is inside.
 */
function quotedCell(source: string, at: number): { text: string; end: number } | undefined {
  if (source[at] !== '"') {
    return undefined;
  }
  let text = '';
  for (let i = at + 1; i < source.length; i += 1) {
    if (source[i] !== '"') {
      text += source[i];
    } else if (source[i + 1] === '"') {
      text += '"';
      i += 1;
    } else {
      const ends = i + 1 === source.length || source[i + 1] === '\t' || source[i + 1] === '\n';
      return ends && /[\t\n"]/.test(text) ? { text, end: i + 1 } : undefined;
    }
  }
  return undefined;
}
