package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import org.rulewright.expression.Conditions;
import org.rulewright.scorecard.ScorecardPoints;
import org.rulewright.ui.shell.Formats;

/** The points of each characteristic, and those lost. */
final class WhyScorecard extends Div {

  WhyScorecard(ScorecardPoints points, FactNames names) {
    addClassName("rw-why-card");
    var table = new NativeTable();
    table.addClassName("rw-why-points");
    var head = new NativeTableRow();
    head.add(
        new NativeTableHeaderCell(tr("decision.why.characteristic")),
        new NativeTableHeaderCell(tr("decision.why.value")),
        new NativeTableHeaderCell(tr("decision.why.bin")),
        number(new NativeTableHeaderCell(tr("decision.why.points"))),
        number(new NativeTableHeaderCell(tr("decision.why.lost"))),
        new NativeTableHeaderCell(tr("decision.why.reason")));
    table.getHead().add(head);
    points.lines().forEach(line -> table.getBody().add(row(line, names)));
    add(table);
    if (points.sum() == null) {
      add(new Span(tr("decision.why.noBin")));
    } else {
      add(new Span(tr("decision.why.sum", plain(points.sum()))));
    }
  }

  private static NativeTableRow row(ScorecardPoints.Line line, FactNames names) {
    var characteristic = line.characteristic();
    var label =
        characteristic.label().isBlank()
            ? names.called(characteristic.input())
            : characteristic.label();
    var bin = line.bin();
    var takes =
        bin == null
            ? tr("decision.why.binless")
            : bin.label().isBlank() ? Conditions.write(bin.takes()) : bin.label();
    var row = new NativeTableRow();
    row.add(
        new NativeTableCell(label),
        new NativeTableCell(WhyWords.value(line.value())),
        new NativeTableCell(takes),
        number(
            new NativeTableCell(
                tr(
                    "decision.why.pointsOf",
                    plain(line.points()),
                    plain(characteristic.mostPoints())))),
        number(new NativeTableCell(line.lost().signum() > 0 ? plain(line.lost()) : "–")),
        new NativeTableCell(line.reasonCode()));
    return row;
  }

  private static <T extends HtmlContainer> T number(T cell) {
    cell.addClassName("rw-number");
    return cell;
  }

  private static String plain(BigDecimal points) {
    return Formats.here().number(points);
  }
}
