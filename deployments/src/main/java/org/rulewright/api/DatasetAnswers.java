package org.rulewright.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.Outcome;
import org.rulewright.dataset.Snapshot;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.dataset.snapshot.RowPage;
import org.rulewright.serving.PlainValue;

/** Data sets as the public API shows them. */
final class DatasetAnswers {

  private DatasetAnswers() {}

  static Map<String, @Nullable Object> dataset(Dataset dataset) {
    var current = dataset.current();
    var outcome = dataset.outcome();
    return Answers.members(
        "id", dataset.id().toString(),
        "key", dataset.key(),
        "name", dataset.name(),
        "description", dataset.description(),
        "kind", dataset.kind(),
        "columns", columns(dataset.columns()),
        "snapshot", current == null ? null : snapshot(current),
        "outcome", outcome == null ? null : outcome(outcome),
        "createdBy", dataset.createdByName(),
        "createdAt", dataset.createdAt());
  }

  static Map<String, @Nullable Object> outcome(Outcome outcome) {
    return Answers.members(
        "column", outcome.column(),
        "badValues", outcome.badValues(),
        "windowMonths", outcome.windowMonths(),
        "description", outcome.description(),
        "revision", outcome.revision());
  }

  static Map<String, @Nullable Object> page(RowPage page) {
    var rows =
        page.rows().stream()
            .map(row ->
                Answers.members(
                    "number", row.number(), "values", PlainValue.of(row.by(page.columns()))))
            .toList();
    return Answers.members("columns", columns(page.columns()), "rows", rows, "total", page.total());
  }

  private static Map<String, @Nullable Object> snapshot(Snapshot snapshot) {
    return Answers.members(
        "number", snapshot.number(),
        "digest", snapshot.digest(),
        "rows", snapshot.rows(),
        "refusedRows", snapshot.refusedRows(),
        "source", snapshot.sourceName(),
        "madeBy", snapshot.madeByName(),
        "madeAt", snapshot.madeAt());
  }

  private static List<Map<String, @Nullable Object>> columns(List<Column> columns) {
    return columns.stream()
        .map(column -> Answers.members("name", column.name(), "type", column.type()))
        .toList();
  }
}
