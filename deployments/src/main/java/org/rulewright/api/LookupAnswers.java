package org.rulewright.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.LookupShape;
import org.rulewright.lookuptable.Lookup;
import org.rulewright.lookuptable.LookupRowPage;
import org.rulewright.lookuptable.LookupVersion;
import org.rulewright.serving.PlainValue;

/** Look-up tables as the public API shows them. */
final class LookupAnswers {

  private LookupAnswers() {}

  static Map<String, @Nullable Object> lookup(Lookup lookup) {
    return Answers.members(
        "key", lookup.key(),
        "name", lookup.name(),
        "version", version(lookup.current()),
        "createdBy", lookup.createdByName(),
        "createdAt", lookup.createdAt());
  }

  static Map<String, @Nullable Object> version(LookupVersion version) {
    return Answers.members(
        "number", version.number(),
        "digest", version.digest().hex(),
        "keys", columns(version.definition().keys()),
        "values", columns(version.definition().values()),
        "dated", version.definition().dated(),
        "rows", version.rows(),
        "refusedRows", version.refusedRows(),
        "source", version.sourceName(),
        "madeBy", version.madeByName(),
        "madeAt", version.madeAt());
  }

  static Map<String, @Nullable Object> page(LookupRowPage page) {
    return Answers.members(
        "rows", page.rows().stream().map(LookupAnswers::row).toList(), "total", page.total());
  }

  private static Map<String, @Nullable Object> row(LookupRowPage.Row row) {
    return Answers.members(
        "number", row.number(),
        "values", PlainValue.of(row.values()),
        "validFrom", PlainValue.of(row.period().from()),
        "validTo", PlainValue.of(row.period().to()));
  }

  private static List<Map<String, @Nullable Object>> columns(List<LookupShape.Column> columns) {
    return columns.stream()
        .map(column -> Answers.members("name", column.name(), "type", column.type()))
        .toList();
  }
}
