/** The library's styles and ours, as sheets for a shadow root. */
import diagram from 'dmn-js/dist/assets/diagram-js.css?inline';
import boxedControls from 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css?inline';
import boxed from 'dmn-js/dist/assets/dmn-js-boxed-expression.css?inline';
import tableControls from 'dmn-js/dist/assets/dmn-js-decision-table-controls.css?inline';
import table from 'dmn-js/dist/assets/dmn-js-decision-table.css?inline';
import graph from 'dmn-js/dist/assets/dmn-js-drd.css?inline';
import literal from 'dmn-js/dist/assets/dmn-js-literal-expression.css?inline';
import shared from 'dmn-js/dist/assets/dmn-js-shared.css?inline';
import icons from 'dmn-js/dist/assets/dmn-font/css/dmn-codes.css?inline';
import own from './rw-dmn-editor.css?inline';

const TEXTS = [diagram, shared, graph, table, tableControls, literal, boxed, boxedControls, icons, own];

let sheets: CSSStyleSheet[] | undefined;

/** One set of sheets, shared by all editors of the page. */
export function styles(): CSSStyleSheet[] {
  sheets ??= TEXTS.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return sheets;
}
