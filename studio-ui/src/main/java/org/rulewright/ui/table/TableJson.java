package org.rulewright.ui.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontable.Aggregator;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.dmn.TableOperation;
import org.rulewright.dmn.TableOperation.CellText;
import org.rulewright.dmn.TableOperation.NewRule;
import org.rulewright.dmn.TableSheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What goes between the page and the server, as JSON; {@code grid-sheet.ts} has the other side. */
public final class TableJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private TableJson() {}

  /**
   * Reads what the page did.
   *
   * @throws IllegalArgumentException where it is none of the operations
   */
  public static List<TableOperation> operations(String json) {
    var read = new ArrayList<TableOperation>();
    JSON.readTree(json).forEach(node -> read.add(operation(node)));
    return read;
  }

  private static TableOperation operation(JsonNode node) {
    var kind = text(node, "kind");
    return switch (kind) {
      case "set" ->
          new TableOperation.SetCells(
              node.path("cells")
                  .valueStream()
                  .map(it ->
                      new CellText(text(it, "rule"), it.path("column").asInt(-1), text(it, "text")))
                  .toList());
      case "insert" ->
          new TableOperation.InsertRules(
              node.path("rules").valueStream().map(TableJson::rule).toList(), text(node, "before"));
      case "delete" -> new TableOperation.DeleteRules(texts(node.path("rules")));
      case "move" -> new TableOperation.MoveRules(texts(node.path("rules")), text(node, "before"));
      case "policy" ->
          new TableOperation.SetHitPolicy(
              HitPolicy.valueOf(text(node, "policy")), aggregator(text(node, "aggregator")));
      default -> throw new IllegalArgumentException("no such operation: " + kind);
    };
  }

  private static NewRule rule(JsonNode node) {
    return new NewRule(text(node, "id"), text(node, "copyOf"), texts(node.path("texts")));
  }

  private static @Nullable Aggregator aggregator(String name) {
    return name.isEmpty() ? null : Aggregator.valueOf(name);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(it -> it.asString("")).toList();
  }

  /** Writes operations for the page to do. */
  static String write(List<TableOperation> operations) {
    var array = JSON.createArrayNode();
    operations.forEach(it -> array.add(node(it)));
    return array.toString();
  }

  private static ObjectNode node(TableOperation operation) {
    var node = JSON.createObjectNode();
    switch (operation) {
      case TableOperation.SetCells(var cells) -> {
        var array = node.put("kind", "set").putArray("cells");
        cells.forEach(cell ->
            array
                .addObject()
                .put("rule", cell.rule())
                .put("column", cell.column())
                .put("text", cell.text()));
      }
      case TableOperation.InsertRules(var rules, var before) -> {
        var array = node.put("kind", "insert").put("before", before).putArray("rules");
        rules.forEach(rule -> {
          var added = array.addObject().put("id", rule.id()).put("copyOf", rule.copyOf());
          addAll(added.putArray("texts"), rule.texts());
        });
      }
      case TableOperation.DeleteRules(var rules) ->
          addAll(node.put("kind", "delete").putArray("rules"), rules);
      case TableOperation.MoveRules(var rules, var before) ->
          addAll(node.put("kind", "move").put("before", before).putArray("rules"), rules);
      case TableOperation.SetHitPolicy(var policy, var aggregator) ->
          policy(node.put("kind", "policy"), policy, aggregator);
    }
    return node;
  }

  /** Ids of the rules whose cells were written. */
  public static Set<String> touched(List<TableOperation> operations) {
    var touched = new HashSet<String>();
    for (var operation : operations) {
      if (operation instanceof TableOperation.SetCells(var cells)) {
        cells.forEach(cell -> touched.add(cell.rule()));
      } else if (operation instanceof TableOperation.InsertRules(var rules, var before)) {
        rules.forEach(rule -> touched.add(rule.id()));
      }
    }
    return touched;
  }

  static ObjectNode of(OpenedTable opened) {
    var sheet = opened.sheet();
    var node = JSON.createObjectNode();
    node.put("id", sheet.table().id());
    node.put("name", sheet.table().name());
    node.put("revision", opened.revision());
    policy(node, sheet.table().hitPolicy(), sheet.table().aggregator());
    var columns = node.putArray("columns");
    for (int i = 0; i < sheet.columns().size(); i++) {
      addColumn(columns, sheet.columns().get(i), opened.columns().get(i));
    }
    addRows(node.putArray("rows"), sheet.rows());
    addAll(node.putArray("names"), opened.names());
    return node;
  }

  private static void addColumn(
      ArrayNode columns, TableSheet.Column column, OpenedTable.Heading heading) {
    var node =
        columns
            .addObject()
            .put("role", column.role().name())
            .put("id", column.id())
            .put("label", heading.label())
            .put("expression", column.expression())
            .put("type", heading.type().name())
            .put("unit", heading.unit());
    addAll(node.putArray("values"), heading.values());
  }

  static ObjectNode of(TablePatch patch) {
    var node = JSON.createObjectNode();
    policy(node, patch.policy(), patch.aggregator());
    addRows(node.putArray("rows"), patch.rows());
    patch.order().ifPresent(order -> addAll(node.putArray("order"), order));
    return node;
  }

  private static void policy(ObjectNode node, HitPolicy policy, @Nullable Aggregator aggregator) {
    node.put("policy", policy.name());
    node.put("aggregator", aggregator == null ? "" : aggregator.name().toUpperCase(Locale.ROOT));
  }

  private static void addRows(ArrayNode array, List<TableSheet.Row> rows) {
    for (var row : rows) {
      addAll(array.addArray().add(row.id()), row.texts());
    }
  }

  private static void addAll(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
