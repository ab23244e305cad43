package org.rulewright.dmn;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rulewright.dmn.TableOperation.CellText;
import org.rulewright.dmn.TableOperation.NewRule;
import org.rulewright.xml.Xml;
import org.rulewright.xml.XmlWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Does to the decision table of a model what a person did to its sheet.
 *
 * <p>Only what an operation names is touched: whatever else a rule or cell holds stays, also what
 * we do not know of.
 */
public final class TableEdit {

  private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

  private final Element root;
  private final Element table;
  private final int inputs;
  private final int outputs;
  private final int annotations;
  private final Map<String, Element> rules = new LinkedHashMap<>();
  private @Nullable Set<String> taken;

  private TableEdit(Element root, Element table) {
    this.root = root;
    this.table = table;
    this.inputs = Xml.children(table, "input").size();
    this.outputs = Xml.children(table, "output").size();
    this.annotations = Xml.children(table, "annotation").size();
    Xml.children(table, "rule").forEach(rule -> rules.put(Xml.attribute(rule, "id"), rule));
  }

  /**
   * Returns the model with the operations done, as XML; empty where the decision has no plain
   * table.
   *
   * @throws IllegalArgumentException where an operation names a column that is not there, or an id
   *     that cannot be given
   */
  public static Optional<byte[]> apply(
      DmnDocument model, String decisionId, List<TableOperation> operations) {
    if (TableSheet.plainTables(model).stream().noneMatch(it -> it.id().equals(decisionId))) {
      return Optional.empty();
    }
    var document = (Document) model.root().getOwnerDocument().cloneNode(true);
    var root = document.getDocumentElement();
    return Xml.children(root, "decision").stream()
        .filter(it -> Xml.attribute(it, "id").equals(decisionId))
        .findFirst()
        .flatMap(DmnContents::logic)
        .map(table -> {
          var edit = new TableEdit(root, table);
          operations.forEach(edit::apply);
          return XmlWriter.write(document).getBytes(StandardCharsets.UTF_8);
        });
  }

  private void apply(TableOperation operation) {
    switch (operation) {
      case TableOperation.SetCells(var cells) -> cells.forEach(this::set);
      case TableOperation.InsertRules(var added, var before) ->
          added.forEach(it -> insert(it, before));
      case TableOperation.DeleteRules(var ids) -> ids.forEach(this::delete);
      case TableOperation.MoveRules(var ids, var before) -> move(ids, before);
      case TableOperation.SetHitPolicy(var policy, var aggregator) -> {
        table.setAttribute("hitPolicy", policy.name().replace('_', ' '));
        table.removeAttribute("aggregation");
        if (aggregator != null) {
          table.setAttribute("aggregation", aggregator.name().toUpperCase(Locale.ROOT));
        }
      }
    }
  }

  private void set(CellText cell) {
    if (cell.column() < 0 || cell.column() > inputs + outputs + annotations) {
      throw new IllegalArgumentException("no column " + cell.column());
    }
    var rule = rules.get(cell.rule());
    if (rule != null) {
      set(rule, cell.column(), XmlText.allowed(cell.text()));
    }
  }

  private void set(Element rule, int column, String text) {
    if (column < inputs) {
      setText(Xml.children(rule, "inputEntry").get(column), text.isBlank() ? "-" : text);
    } else if (column < inputs + outputs) {
      setText(Xml.children(rule, "outputEntry").get(column - inputs), text);
    } else if (column < inputs + outputs + annotations) {
      setAnnotation(rule, column - inputs - outputs, text);
    } else {
      setDescription(rule, text);
    }
  }

  private void setText(Element cell, String text) {
    // a text that stays is not touched, nor how it was written
    if (!Xml.text(cell).equals(text.strip()) || Xml.child(cell, "text").isEmpty()) {
      Xml.child(cell, "text").orElseGet(() -> add(cell, "text")).setTextContent(text);
    }
  }

  private void setAnnotation(Element rule, int index, String text) {
    while (Xml.children(rule, "annotationEntry").size() <= index) {
      add(add(rule, "annotationEntry"), "text");
    }
    setText(Xml.children(rule, "annotationEntry").get(index), text);
  }

  /** The description is the first of what a rule holds. */
  private void setDescription(Element rule, String text) {
    var known = Xml.child(rule, "description");
    if (text.isBlank()) {
      known.ifPresent(rule::removeChild);
      return;
    }
    known
        .orElseGet(() -> (Element) rule.insertBefore(element("description"), rule.getFirstChild()))
        .setTextContent(text);
  }

  private void insert(NewRule added, String before) {
    if (rules.containsKey(added.id())) {
      return;
    }
    if (!ID.matcher(added.id()).matches() || !taken().add(added.id())) {
      throw new IllegalArgumentException("no id to give to a rule: " + added.id());
    }
    var pattern = rules.get(added.copyOf());
    var rule = pattern == null ? emptyRule() : (Element) pattern.cloneNode(true);
    Xml.descendants(rule).forEach(this::rename);
    rule.setAttribute("id", added.id());
    if (pattern == null) {
      Xml.children(rule).forEach(it -> it.setAttribute("id", freeId(added.id())));
    }
    table.insertBefore(rule, rules.get(before));
    rules.put(added.id(), rule);
    for (int i = 0; i < added.texts().size(); i++) {
      set(new CellText(added.id(), i, added.texts().get(i)));
    }
  }

  /** No two elements of a model have one id. */
  private void rename(Element copied) {
    if (copied.hasAttribute("id")) {
      copied.setAttribute("id", freeId(Xml.attribute(copied, "id")));
    }
  }

  private Element emptyRule() {
    var rule = element("rule");
    for (int i = 0; i < inputs; i++) {
      add(add(rule, "inputEntry"), "text").setTextContent("-");
    }
    for (int i = 0; i < outputs; i++) {
      add(add(rule, "outputEntry"), "text");
    }
    return rule;
  }

  private void delete(String id) {
    var rule = rules.remove(id);
    if (rule != null) {
      table.removeChild(rule);
      taken = null;
    }
  }

  private void move(List<String> ids, String before) {
    var target = ids.contains(before) ? null : rules.get(before);
    for (var id : ids) {
      var rule = rules.get(id);
      if (rule != null) {
        table.insertBefore(rule, target);
      }
    }
  }

  private String freeId(String base) {
    var stem = base.replaceAll("_c[0-9]+$", "");
    int number = 1;
    while (!taken().add(stem + "_c" + number)) {
      number++;
    }
    return stem + "_c" + number;
  }

  private Set<String> taken() {
    var known = taken;
    if (known == null) {
      known = new HashSet<>();
      for (var element : Xml.descendants(root)) {
        known.add(Xml.attribute(element, "id"));
      }
      known.add(Xml.attribute(root, "id"));
      taken = known;
    }
    return known;
  }

  private Element add(Element parent, String name) {
    return (Element) parent.appendChild(element(name));
  }

  private Element element(String name) {
    var prefix = table.getPrefix();
    var qualified = prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    return table.getOwnerDocument().createElementNS(table.getNamespaceURI(), qualified);
  }
}
