package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.evidence.Evidence;
import org.rulewright.parity.CamundaCount;
import org.rulewright.parity.CamundaGap;
import org.rulewright.parity.Difference;
import org.rulewright.parity.FlowCount;
import org.rulewright.parity.ParityReport;
import org.rulewright.parity.Stage;
import org.rulewright.ui.shell.Formats;

/** The report of an examination in words and figures. */
final class EvidenceReport {

  private final Formats formats = Formats.here();
  private final Div content = new Div();

  private EvidenceReport() {}

  static Component of(Evidence evidence) {
    var report = new EvidenceReport();
    report.compared(evidence.statement().report().flow());
    report.figures(evidence);
    report.camunda(evidence.statement().report().camunda());
    return report.content;
  }

  private void figures(Evidence evidence) {
    var report = evidence.statement().report();
    if (!report.complete()) {
      content.add(new Paragraph(tr("strategy.evidence.unfinished.text")));
    }
    var table = table();
    row(table, tr("strategy.evidence.cases"), formats.number(report.examined()));
    for (var stage : report.stages()) {
      var label = stageLabel(stage.stage());
      row(table, "· " + label, share(stage.examined(), stage.planned()));
    }
    row(table, tr("strategy.evidence.same"), formats.number(report.equal()));
    row(table, tr("strategy.evidence.unlike"), formats.number(report.different()));
    row(table, tr("strategy.evidence.left"), formats.number(report.delegated()));
    row(table, tr("strategy.evidence.regions"), share(report.covered(), report.regions()));
    row(table, tr("strategy.evidence.cells"), share(report.compiledCells(), report.cells()));
    numbers(table, report);
    row(table, tr("strategy.evidence.seed"), Long.toString(report.seed()));
    row(table, tr("strategy.evidence.engine"), evidence.statement().engine());
    row(table, tr("strategy.evidence.digest"), evidence.statement().digest());
    row(table, tr("strategy.evidence.elapsed"), formats.duration(report.elapsed()));
    content.add(table);
    differences("strategy.evidence.differences", report.differences());
  }

  /** What was compared with what, where it is more than a decision with the same decision. */
  private void compared(@Nullable FlowCount flow) {
    if (flow == null) {
      return;
    }
    content.add(new Paragraph(tr("strategy.evidence.flow.text", flow.process())));
    var table = table();
    row(
        table,
        tr("strategy.evidence.flow.decisions"),
        String.join(tr("shell.listSeparator"), flow.decisions()));
    row(
        table,
        tr("strategy.evidence.flow.formulas"),
        share(flow.compiledFormulas(), flow.formulas()));
    if (!flow.alike().isEmpty()) {
      row(
          table,
          tr("strategy.evidence.flow.alike"),
          String.join(tr("shell.listSeparator"), flow.alike()));
    }
    content.add(table);
  }

  private void numbers(NativeTable table, ParityReport report) {
    if (report.smallest() != null && report.largest() != null) {
      row(
          table,
          tr("strategy.evidence.smallest"),
          tr("strategy.evidence.range", report.smallest(), report.largest()));
    }
  }

  private void camunda(CamundaCount camunda) {
    content.add(new H3(tr("strategy.evidence.camunda")));
    if (!camunda.obstacles().isEmpty()) {
      content.add(new Paragraph(tr("strategy.evidence.camunda.obstacles")));
      camunda.obstacles().forEach(obstacle -> content.add(new Paragraph(obstacle)));
      return;
    }
    var table = table();
    row(table, tr("strategy.evidence.camunda.same"), share(camunda.equal(), camunda.examined()));
    camunda.known().forEach((gap, count) -> row(table, gapLabel(gap), formats.number(count)));
    row(table, tr("strategy.evidence.camunda.unexplained"), formats.number(camunda.unexplained()));
    row(table, tr("strategy.evidence.camunda.shared"), formats.number(camunda.shared()));
    content.add(table);
    differences("strategy.evidence.camunda.differences", camunda.differences());
  }

  private void differences(String title, List<Difference> differences) {
    if (differences.isEmpty()) {
      return;
    }
    content.add(new H3(tr(title, differences.size())));
    var table = new NativeTable();
    table.addClassName("rw-evidence-figures");
    var head = new NativeTableRow();
    head.add(
        new NativeTableHeaderCell(tr("strategy.evidence.facts")),
        new NativeTableHeaderCell(tr("strategy.evidence.ours")),
        new NativeTableHeaderCell(tr("strategy.evidence.theirs")));
    table.add(head);
    differences.forEach(it ->
        table.add(
            new NativeTableRow(
                new NativeTableCell(facts(it.facts())),
                new NativeTableCell(it.ours()),
                new NativeTableCell(it.theirs()))));
    content.add(table);
  }

  private static String facts(Map<String, String> facts) {
    return facts.isEmpty()
        ? tr("strategy.evidence.nofacts")
        : facts.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(fact -> fact.getKey() + " = " + fact.getValue())
            .collect(Collectors.joining(tr("shell.listSeparator")));
  }

  private static NativeTable table() {
    var table = new NativeTable();
    table.addClassName("rw-evidence-figures");
    table.add(
        new NativeTableRow(
            new NativeTableHeaderCell(tr("strategy.evidence.figure")),
            new NativeTableHeaderCell(tr("strategy.evidence.value"))));
    return table;
  }

  private static void row(NativeTable table, String label, String value) {
    table.add(new NativeTableRow(new NativeTableCell(label), new NativeTableCell(value)));
  }

  private String share(Number part, Number whole) {
    return tr("strategy.evidence.of", formats.number(part), formats.number(whole));
  }

  private static String stageLabel(Stage stage) {
    return trOf("strategy.evidence.stage", stage);
  }

  private static String gapLabel(CamundaGap gap) {
    return trOf("strategy.evidence.gap", gap);
  }
}
