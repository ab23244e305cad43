package org.rulewright.dmn;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;
import org.rulewright.scorecard.Bin;
import org.rulewright.scorecard.Characteristic;
import org.rulewright.scorecard.ReasonMethod;
import org.rulewright.scorecard.Scaling;
import org.rulewright.scorecard.Scorecard;
import org.rulewright.value.ValueKind;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Reads a scorecard back from its tables and texts and the extension that holds its shape. */
final class ScorecardReader {

  private final Map<String, TableDefinition> tables = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  ScorecardReader(List<TableDefinition> tables, List<DmnLiteral> literals) {
    tables.forEach(table -> this.tables.put(table.id(), table));
    literals.forEach(literal -> texts.put(literal.decisionId(), literal.text()));
  }

  /** Returns the card, or nothing where a decision of it is not the card's any more. */
  Optional<Scorecard> read(Element decision, Element extension) {
    try {
      var card = card(decision, extension);
      return isSame(card) ? Optional.of(card) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException broken) {
      // the texts and the rules of a definition refuse what was changed by hand; the tables count
      return Optional.empty();
    }
  }

  private boolean isSame(Scorecard card) {
    return isText(ScorecardTexts.score(card), card.id())
        && isText(ScorecardTexts.reasons(card), card.reasonsId())
        && card.characteristics().stream()
            .allMatch(it -> {
              var table = tables.get(it.id());
              return table != null
                  && table.name().equals(card.nameOf(it))
                  && TableLikeness.isSame(ScorecardTexts.table(card, it), table);
            });
  }

  /** Whether a decision has this text, whatever became of its spaces. */
  private boolean isText(String text, String decision) {
    return spaced(text).equals(spaced(texts.getOrDefault(decision, "")));
  }

  private static String spaced(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private Scorecard card(Element decision, Element extension) {
    var decimals = Xml.optional(extension, "decimals");
    return new Scorecard(
        Xml.attribute(decision, "id"),
        Xml.attribute(decision, "name"),
        Extensions.children(extension, "characteristic").stream()
            .map(this::characteristic)
            .toList(),
        number(extension, "initial"),
        ReasonMethod.valueOf(Xml.attribute(extension, "method")),
        Integer.parseInt(Xml.attribute(extension, "reasons")),
        scaling(extension),
        decimals == null ? null : Integer.valueOf(decimals));
  }

  private static @Nullable Scaling scaling(Element extension) {
    return extension.hasAttribute("pointsToDouble")
        ? new Scaling(
            number(extension, "pointsToDouble"),
            number(extension, "baseOdds"),
            number(extension, "baseScore"))
        : null;
  }

  private Characteristic characteristic(Element element) {
    var id = Xml.attribute(element, "decision");
    var kind = ValueKind.valueOf(Xml.attribute(element, "kind"));
    var table = tables.get(id);
    if (table == null || table.inputs().size() != 1 || table.outputs().size() != 2) {
      throw new IllegalArgumentException("not the table of a characteristic");
    }
    Map<String, TableRule> rules = new HashMap<>();
    table.rules().forEach(rule -> rules.put(rule.id(), rule));
    return new Characteristic(
        id,
        Xml.attribute(element, "name"),
        table.inputs().getFirst().expression(),
        kind,
        Xml.attribute(element, "label"),
        number(element, "baseline"),
        Xml.attribute(element, "reason"),
        Extensions.children(element, "bin").stream()
            .map(it -> bin(it, rules.get(Xml.attribute(it, "rule")), kind))
            .toList());
  }

  private static Bin bin(Element element, @Nullable TableRule rule, ValueKind kind) {
    boolean own = Xml.attribute(element, "ownReason").equals("true");
    return new Bin(
        Xml.attribute(element, "rule"),
        Xml.attribute(element, "label"),
        ValueSetXml.read(element, kind),
        rule == null ? number(element, "points") : new BigDecimal(rule.outputs().getFirst().text()),
        own ? reason(element, rule) : "");
  }

  private static String reason(Element element, @Nullable TableRule rule) {
    if (rule == null) {
      return Xml.attribute(element, "reason");
    }
    Cell cell = rule.outputs().getLast();
    return FeelLiterals.strings("[" + cell.text() + "]").getFirst();
  }

  private static BigDecimal number(Element element, String name) {
    return new BigDecimal(Xml.attribute(element, name));
  }
}
