package org.rulewright.ui.portfolio;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.simulation.ListedRow;
import org.rulewright.simulation.PortfolioRun;
import org.rulewright.simulation.PortfolioRuns;
import org.rulewright.simulation.PortfolioSummary;
import org.rulewright.simulation.PortfolioSummary.GradeFigures;
import org.rulewright.ui.decision.DecisionNavigation;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.TableColumn;
import org.rulewright.ui.shell.TableFilter;

/** The rows of a run, fetched while scrolling; a reviewer opens the decision behind a row. */
final class RowsPart extends Div {
  private static final List<String> VERDICTS = List.of("APPROVE", "DECLINE", "REFER");
  private static final Set<String> PROBLEMS =
      Set.of("NOT_RELEASED", "KEY_REUSED", "ANSWER_ERASED", "NO_SUBJECT");

  private final ComboBox<String> verdict = new ComboBox<>();
  private final ComboBox<String> grade = new ComboBox<>();

  RowsPart(PortfolioRuns runs, PortfolioRun run, PortfolioSummary summary, AuditTrail audit) {
    var table = new DataTable<>(tr("portfolio.rows"), columns(run));
    table.setHeight("34rem");
    choices(verdict, "portfolio.verdict", VERDICTS);
    verdict.setItemLabelGenerator(RowsPart::verdict);
    choices(grade, "portfolio.grade", summary.grades().stream().map(GradeFigures::grade).toList());
    table.addFilters(
        TableFilter.choice("verdict", verdict, Function.identity()),
        TableFilter.choice("grade", grade, Function.identity()));
    Runnable select =
        () -> table.setSource(new RunRows(runs, run, verdict.getValue(), grade.getValue()));
    verdict.addValueChangeListener(change -> select.run());
    grade.addValueChangeListener(change -> select.run());
    select.run();
    table.onOpen(RowsPart::open);
    var reader = SignedIn.here().actor();
    table.onExport(file -> {
      var details = new HashMap<>(file);
      details.put("verdict", text(verdict.getValue()));
      details.put("grade", text(grade.getValue()));
      details.values().removeIf(String::isEmpty);
      audit.append(
          reader, AuditAction.RECORDS_EXPORTED, "portfolio-run", run.id().toString(), details);
    });
    add(table);
  }

  private static void choices(ComboBox<String> box, String key, List<String> items) {
    box.setItems(items);
    box.setPlaceholder(tr(key));
    box.setAriaLabel(tr(key));
    box.setClearButtonVisible(true);
    box.setWidth("9rem");
  }

  private static void open(ListedRow listed) {
    var decision = listed.row().decision();
    if (decision != null && SignedIn.here().hasAny(Roles.REVIEWER)) {
      DecisionNavigation.open(decision);
    }
  }

  private static List<TableColumn<ListedRow>> columns(PortfolioRun run) {
    var formats = Formats.here();
    var columns = new ArrayList<TableColumn<ListedRow>>();
    columns.add(TableColumn.text("subject", tr("portfolio.subject"), ListedRow::subject));
    columns.add(
        TableColumn.text("verdict", tr("portfolio.verdict"), it -> verdict(it.row().verdict())));
    columns.add(TableColumn.text("grade", tr("portfolio.grade"), it -> text(it.row().grade())));
    columns.add(number("score", it -> it.row().score(), formats::number));
    columns.add(number("amount", it -> it.row().amount(), formats::amount).asAmount());
    columns.add(
        number("rate", it -> it.row().rate(), rate -> formats.percent(rate, 2)).asPercent());
    columns.add(
        TableColumn.text(
            "reasons", tr("portfolio.reasons"), it -> String.join(", ", it.row().reasonCodes())));
    if (run.outcomeColumn() != null) {
      columns.add(TableColumn.text("bad", tr("portfolio.outcome"), it -> outcome(it.row().bad())));
    }
    if (run.budget() != null) {
      columns.add(TableColumn.text("allotment", tr("portfolio.allotment"), RowsPart::allotment));
      columns.add(number("granted", ListedRow::granted, formats::amount).asAmount());
      columns.add(number("profit", ListedRow::expectedProfit, formats::amount).asAmount());
    }
    columns.add(TableColumn.text("problem", tr("portfolio.problem"), RowsPart::problem));
    return columns;
  }

  private interface Amount {
    @Nullable BigDecimal of(ListedRow row);
  }

  private interface Words {
    String of(@Nullable BigDecimal value);
  }

  private static TableColumn<ListedRow> number(String key, Amount amount, Words words) {
    return TableColumn.<ListedRow, BigDecimal>value(
            key, tr("portfolio." + key), amount::of, it -> words.of(amount.of(it)))
        .asNumber();
  }

  private static String verdict(@Nullable String verdict) {
    return verdict != null && VERDICTS.contains(verdict)
        ? tr("portfolio.verdict." + verdict)
        : text(verdict);
  }

  private static String outcome(@Nullable Boolean bad) {
    return bad == null ? "" : tr(bad ? "portfolio.outcome.bad" : "portfolio.outcome.good");
  }

  private static String allotment(ListedRow row) {
    var allotment = row.allotment();
    return allotment == null ? "" : trOf("portfolio.allotment", allotment);
  }

  private static String problem(ListedRow listed) {
    var problem = listed.row().problem();
    return problem != null && PROBLEMS.contains(problem)
        ? tr("portfolio.problem." + problem)
        : text(problem);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
