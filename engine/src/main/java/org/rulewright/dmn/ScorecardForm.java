package org.rulewright.dmn;

import org.rulewright.decision.FactType;
import org.rulewright.scorecard.Bin;
import org.rulewright.scorecard.Characteristic;
import org.rulewright.scorecard.Scorecard;
import org.w3c.dom.Element;

/**
 * A scorecard in its standard form: a decision table for each characteristic, which gives points
 * and reason code, a decision that sums the points and one that ranks the reasons.
 *
 * <p>Any engine runs these. What the bins were drawn as stands in extension elements of the
 * decision that sums; where a table or a text was changed so that it is no longer the card's, all
 * are plain decisions again, and a diagnostic says so. Points and reason codes stand in the tables
 * alone, so that changing them there changes the card.
 */
public final class ScorecardForm {

  static final String EXTENSION = "scorecard";

  private ScorecardForm() {}

  /** A model of its own that holds a scorecard and the inputs it looks at. */
  public static DmnDocument model(Scorecard card) {
    var editor = ModelEditor.create(card.id() + "_model", card.name());
    put(editor, card);
    return editor.done();
  }

  /**
   * The same with a decision beside it that answers {@code score} and {@code reasonCodes} at once,
   * as the entry of a strategy does.
   */
  public static DmnDocument withResult(Scorecard card) {
    var editor = ModelEditor.of(model(card));
    var id = card.id() + "_result";
    var result = editor.decision(id, card.name() + "_result", "", EXTENSION);
    var text = "{score: " + card.name() + ", reasonCodes: " + card.reasonsName() + "}";
    editor.logic(result, literal(editor, id, text));
    editor.requirements().requireNamed(result, text, FactType.ANY);
    return editor.done();
  }

  /** The model with a scorecard in it, in the place of the one with its id if it has one. */
  public static DmnDocument put(DmnDocument model, Scorecard card) {
    var editor = ModelEditor.of(model);
    var kept = card.characteristics().stream().map(Characteristic::id).toList();
    model.scorecard(card.id()).stream()
        .flatMap(old -> old.characteristics().stream())
        .filter(old -> !kept.contains(old.id()))
        .forEach(old -> editor.remove(old.id()));
    put(editor, card);
    return editor.done();
  }

  private static void put(ModelEditor editor, Scorecard card) {
    var score = editor.decision(card.id(), card.name(), "number", EXTENSION);
    write(editor.extension(score, EXTENSION), card);
    editor.logic(score, literal(editor, card.id(), ScorecardTexts.score(card)));
    var reasons = editor.decision(card.reasonsId(), card.reasonsName(), "", EXTENSION);
    editor.logic(reasons, literal(editor, card.reasonsId(), ScorecardTexts.reasons(card)));
    for (var characteristic : card.characteristics()) {
      var table = ScorecardTexts.table(card, characteristic);
      var decision = editor.decision(characteristic.id(), table.name(), "", EXTENSION);
      editor.logic(decision, TableXml.write(editor, table));
      editor
          .requirements()
          .requireNamed(decision, characteristic.input(), table.inputs().getFirst().type());
      editor.requirements().require(score, decision);
      if (card.reasons() > 0) {
        editor.requirements().require(reasons, decision);
      }
    }
  }

  private static Element literal(ModelEditor editor, String id, String text) {
    var literal = editor.element("literalExpression");
    literal.setAttribute("id", id + "_text");
    editor.addText(literal, text);
    return literal;
  }

  private static void write(Element owner, Scorecard card) {
    owner.setAttribute("method", card.method().name());
    owner.setAttribute("reasons", String.valueOf(card.reasons()));
    owner.setAttribute("initial", card.initialScore().toPlainString());
    var decimals = card.decimals();
    Extensions.set(owner, "decimals", decimals == null ? "" : decimals.toString());
    var scaling = card.scaling();
    if (scaling != null) {
      owner.setAttribute("pointsToDouble", scaling.pointsToDouble().toPlainString());
      owner.setAttribute("baseOdds", scaling.baseOdds().toPlainString());
      owner.setAttribute("baseScore", scaling.baseScore().toPlainString());
    }
    card.characteristics().forEach(it -> write(owner, it));
  }

  private static void write(Element owner, Characteristic characteristic) {
    var element = Extensions.add(owner, "characteristic");
    element.setAttribute("decision", characteristic.id());
    element.setAttribute("name", characteristic.name());
    element.setAttribute("kind", characteristic.kind().name());
    element.setAttribute("baseline", characteristic.baseline().toPlainString());
    Extensions.set(element, "label", characteristic.label());
    Extensions.set(element, "reason", characteristic.reasonCode());
    var taken = characteristic.taken();
    for (int i = 0; i < taken.size(); i++) {
      write(element, characteristic.bins().get(i), taken.get(i).isEmpty());
    }
  }

  /** What a bin is worth stands in its rule; a bin that takes nothing has none. */
  private static void write(Element owner, Bin bin, boolean empty) {
    var element = Extensions.add(owner, "bin");
    element.setAttribute("rule", bin.id());
    Extensions.set(element, "label", bin.label());
    if (!bin.reasonCode().isEmpty()) {
      element.setAttribute("ownReason", "true");
    }
    if (empty) {
      element.setAttribute("points", bin.points().toPlainString());
      Extensions.set(element, "reason", bin.reasonCode());
    }
    ValueSetXml.write(element, bin.takes());
  }
}
