package org.rulewright.dmn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.dmn.TableOperation.CellText;
import org.rulewright.dmn.TableOperation.DeleteRules;
import org.rulewright.dmn.TableOperation.InsertRules;
import org.rulewright.dmn.TableOperation.MoveRules;
import org.rulewright.dmn.TableOperation.NewRule;
import org.rulewright.dmn.TableOperation.SetCells;
import org.rulewright.dmn.TableOperation.SetHitPolicy;
import org.rulewright.dmn.TableSheet.Role;
import org.rulewright.dmn.TableSheet.Row;
import org.rulewright.xml.SecureXml;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.Xml;

class TableEditTest {
  private static final String TABLE = "limit";
  private static final int COLUMNS = 5;

  @Test
  void aSheetHasInputsOutputsAnnotationsAndTheDescription() {
    var sheet = sheet(model());

    assertThat(sheet.columns())
        .extracting(TableSheet.Column::role)
        .containsExactly(Role.INPUT, Role.INPUT, Role.OUTPUT, Role.ANNOTATION, Role.NOTE);
    assertThat(sheet.rows())
        .containsExactly(
            new Row("r1", List.of(">= 5", "\"A\"", "100", "as agreed", "the best")),
            new Row("r2", List.of("-", "not(\"A\")", "50", "", "")),
            new Row("r3", List.of("-", "-", "0", "", "")));
  }

  @Test
  void nothingDoneGivesTheSameBytes() {
    assertThat(new String(edited(model()).bytes(), UTF_8))
        .isEqualTo(new String(model().bytes(), UTF_8));
  }

  @Test
  void aCellIsWrittenAndEverythingUnknownBesideItStays() {
    var after = edited(model(), new SetCells(List.of(new CellText("r1", 0, "> 7"))));

    assertThat(sheet(after).rows().getFirst().texts().getFirst()).isEqualTo("> 7");
    assertThat(new String(after.bytes(), UTF_8))
        .isEqualTo(new String(model().bytes(), UTF_8).replace("&gt;= 5", "&gt; 7"));
  }

  @Test
  void aCopyHasTheUnknownPartsOfItsPatternAndIdsOfItsOwn() throws UnreadableModelException {
    var after =
        edited(
            model(),
            new InsertRules(
                List.of(new NewRule("copy", "r1", List.of(">= 5", "\"A\"", "100"))), "r2"));

    assertThat(sheet(after).rows()).extracting(Row::id).containsExactly("r1", "copy", "r2", "r3");
    assertThat(new String(after.bytes(), UTF_8).split("colour=\"red\"", -1)).hasSize(3);
    var ids = new ArrayList<String>();
    Xml.descendants(SecureXml.read(after.bytes()).getDocumentElement()).stream()
        .map(it -> Xml.attribute(it, "id"))
        .filter(it -> !it.isEmpty())
        .forEach(ids::add);
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void anEmptiedInputTestsNothingAndAnEmptiedRemarkGoes() {
    var after =
        edited(
            model(),
            new SetCells(
                List.of(
                    new CellText("r1", 0, " "),
                    new CellText("r1", 4, ""),
                    new CellText("r3", 3, "later"))));

    assertThat(sheet(after).rows().getFirst().texts().getFirst()).isEqualTo("-");
    assertThat(sheet(after).rows().getLast().texts().get(3)).isEqualTo("later");
    assertThat(new String(after.bytes(), UTF_8)).doesNotContain("description>");
  }

  @Test
  void theHitPolicyIsWrittenAndTheModelStaysReadable() {
    var after = edited(model(), new SetHitPolicy(HitPolicy.RULE_ORDER, null));

    assertThat(sheet(after).table().hitPolicy()).isEqualTo(HitPolicy.RULE_ORDER);
  }

  @Test
  void charactersThatXmlCannotHoldAreLeftOut() {
    var after = edited(model(), new SetCells(List.of(new CellText("r1", 2, "1\u0000\ud8002\b"))));

    assertThat(sheet(after).rows().getFirst().texts().get(2)).isEqualTo("12");
  }

  @Test
  void anIdOfAnotherElementIsNotGivenAgain() {
    var insert = new InsertRules(List.of(new NewRule("limit_input", "", List.of())), "");

    assertThatThrownBy(() -> edited(model(), insert)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDecisionWithoutAPlainTableIsLeftAlone() {
    assertThat(TableEdit.apply(model(), "somebody", List.of())).isEmpty();
  }

  /** A list of rows is done the same to, by a few lines that know nothing of XML. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void anySequenceOfOperationsDoesWhatItDoesToAListOfRows(long seed) {
    var random = new Random(seed);
    var model = model();
    var rows = new ArrayList<>(sheet(model).rows());
    for (int step = 0; step < 40; step++) {
      var operation = randomOperation(random, rows, step);
      var before = model;
      model = edited(before, operation);
      done(rows, operation);

      assertThat(sheet(model).rows()).as("seed %s step %s", seed, step).isEqualTo(rows);
      // a page that saw no answer sends it again
      assertThat(edited(model, operation).bytes()).isEqualTo(model.bytes());
      // of the rules that were not named nothing has changed
      assertThat(untouched(model, operation)).isEqualTo(untouched(before, operation));
    }
  }

  private static TableOperation randomOperation(Random random, List<Row> rows, int step) {
    var ids = new ArrayList<>(rows.stream().map(Row::id).toList());
    java.util.Collections.shuffle(ids, random);
    var some = ids.subList(0, ids.isEmpty() ? 0 : 1 + random.nextInt(ids.size()));
    var rest = ids.stream().filter(it -> !some.contains(it)).toList();
    var before = rest.isEmpty() || random.nextInt(4) == 0 ? "" : rest.getFirst();
    return switch (random.nextInt(5)) {
      case 0 ->
          new InsertRules(
              IntStream.range(0, 1 + random.nextInt(3))
                  .mapToObj(i ->
                      new NewRule(
                          "n" + step + "_" + i,
                          "",
                          IntStream.range(0, COLUMNS).mapToObj(c -> "t" + c).toList()))
                  .toList(),
              before);
      case 1 -> new DeleteRules(some.size() > 2 ? some.subList(0, 2) : some);
      case 2 -> new MoveRules(some, before);
      default ->
          new SetCells(
              some.stream()
                  .map(it -> new CellText(it, random.nextInt(COLUMNS), "v" + random.nextInt(1_000)))
                  .toList());
    };
  }

  private static void done(List<Row> rows, TableOperation operation) {
    switch (operation) {
      case SetCells(var cells) ->
          cells.forEach(cell ->
              rows.replaceAll(row -> {
                var texts = new ArrayList<>(row.texts());
                if (row.id().equals(cell.rule())) {
                  texts.set(cell.column(), cell.text());
                }
                return new Row(row.id(), texts);
              }));
      case InsertRules(var added, var before) ->
          rows.addAll(
              place(rows, before), added.stream().map(it -> new Row(it.id(), it.texts())).toList());
      case DeleteRules(var ids) -> rows.removeIf(row -> ids.contains(row.id()));
      case MoveRules(var ids, var before) -> {
        var moved =
            ids.stream()
                .map(id ->
                    rows.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow())
                .toList();
        rows.removeAll(moved);
        rows.addAll(place(rows, before), moved);
      }
      case SetHitPolicy policy -> throw new AssertionError(policy);
    }
  }

  private static int place(List<Row> rows, String before) {
    return IntStream.range(0, rows.size())
        .filter(i -> rows.get(i).id().equals(before))
        .findFirst()
        .orElse(rows.size());
  }

  private static List<String> untouched(DmnDocument model, TableOperation operation) {
    var named = new HashSet<String>();
    switch (operation) {
      case SetCells(var cells) -> cells.forEach(it -> named.add(it.rule()));
      case InsertRules(var added, var before) -> added.forEach(it -> named.add(it.id()));
      case DeleteRules(var ids) -> named.addAll(ids);
      case MoveRules(var ids, var before) -> named.addAll(ids);
      case SetHitPolicy policy -> throw new AssertionError(policy);
    }
    var element = model.contents().element(TABLE).orElseThrow();
    return Xml.descendants(element).stream()
        .filter(it -> Xml.is(it, "rule") && !named.contains(Xml.attribute(it, "id")))
        .map(TableEditTest::written)
        .toList();
  }

  private static String written(org.w3c.dom.Element element) {
    var all = new StringBuilder(element.getTagName());
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      all.append(element.getAttributes().item(i));
    }
    if (Xml.children(element).isEmpty()) {
      all.append(element.getTextContent());
    }
    Xml.children(element).forEach(it -> all.append('(').append(written(it)).append(')'));
    return all.toString();
  }

  private static DmnDocument edited(DmnDocument model, TableOperation... operations) {
    return read(TableEdit.apply(model, TABLE, List.of(operations)).orElseThrow());
  }

  private static TableSheet sheet(DmnDocument model) {
    return TableSheet.of(model, TABLE).orElseThrow();
  }

  private static DmnDocument model() {
    return read("""
    <?xml version="1.0" encoding="UTF-8"?>
    <d:definitions xmlns:d="https://www.omg.org/spec/DMN/20191111/MODEL/"
        xmlns:x="https://example.org/other" id="model" name="m" namespace="https://example.org/m">
      <d:inputData id="limit_input" name="years"/>
      <d:decision id="limit" name="limit" x:kept="yes">
        <d:variable id="v" name="limit" typeRef="number"/>
        <d:decisionTable id="t" hitPolicy="FIRST">
          <d:input id="i1" label="Years">
            <d:inputExpression id="e1" typeRef="number"><d:text>years</d:text></d:inputExpression>
          </d:input>
          <d:input id="i2">
            <d:inputExpression id="e2" typeRef="string"><d:text>grade</d:text></d:inputExpression>
            <d:inputValues id="iv"><d:text>"A","B"</d:text></d:inputValues>
          </d:input>
          <d:output id="o1" typeRef="number"/>
          <d:annotation name="why"/>
          <d:rule id="r1" x:weight="3">
            <d:description>the best</d:description>
            <d:extensionElements><x:mark colour="red"><x:deep id="deep">old</x:deep></x:mark></d:extensionElements>
            <d:inputEntry id="c1"><d:text>&gt;= 5</d:text></d:inputEntry>
            <d:inputEntry id="c2" x:note="n"><d:text>"A"</d:text></d:inputEntry>
            <d:outputEntry id="c3"><d:text>100</d:text></d:outputEntry>
            <d:annotationEntry><d:text>as agreed</d:text></d:annotationEntry>
          </d:rule>
          <d:rule id="r2">
            <d:inputEntry id="c4"><d:text>-</d:text></d:inputEntry>
            <d:inputEntry id="c5"><d:text>not("A")</d:text></d:inputEntry>
            <d:outputEntry id="c6"><d:text>50</d:text></d:outputEntry>
          </d:rule>
          <d:rule id="r3">
            <d:inputEntry id="c7"><d:text>-</d:text></d:inputEntry>
            <d:inputEntry id="c8"><d:text>-</d:text></d:inputEntry>
            <d:outputEntry id="c9"><d:text>0</d:text></d:outputEntry>
          </d:rule>
        </d:decisionTable>
      </d:decision>
    </d:definitions>
    """
            .getBytes(UTF_8))
        .normalised();
  }

  private static DmnDocument read(byte[] bytes) {
    try {
      return DmnDocument.read(bytes);
    } catch (UnreadableModelException e) {
      throw new AssertionError(e);
    }
  }
}
