package org.rulewright.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.OutputClause;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.dmn.TableSheet;
import org.rulewright.dmn.TableSheet.Column;
import org.rulewright.dmn.TableSheet.Role;
import org.rulewright.dmn.TableSheet.Row;

class TablePatchTest {

  @Test
  void onlyRowsThatChangedAreTold() {
    var patch = TablePatch.between(sheet("o", "a 1", "b 2"), sheet("o", "a 1", "b 3"), Set.of());

    assertThat(patch.orElseThrow().rows()).containsExactly(new Row("b", List.of("3")));
    assertThat(patch.orElseThrow().order()).isEmpty();
  }

  @Test
  void theOrderIsToldWhenRulesCameWentOrMoved() {
    var patch =
        TablePatch.between(sheet("o", "a 1", "b 2", "c 3"), sheet("o", "c 3", "n 9"), Set.of());

    assertThat(patch.orElseThrow().rows()).containsExactly(new Row("n", List.of("9")));
    assertThat(patch.orElseThrow().order()).contains(List.of("c", "n"));
  }

  @Test
  void aRowThatWasWrittenIsToldEvenIfItIsAsBefore() {
    var patch = TablePatch.between(sheet("o", "a 1"), sheet("o", "a 1"), Set.of("a"));

    assertThat(patch.orElseThrow().rows()).containsExactly(new Row("a", List.of("1")));
  }

  @Test
  void otherColumnsAreNoPatch() {
    assertThat(TablePatch.between(sheet("o", "a 1"), sheet("p", "a 1"), Set.of())).isEmpty();
  }

  private static TableSheet sheet(String output, String... rows) {
    var table =
        new TableDefinition(
            "t",
            "t",
            HitPolicy.FIRST,
            null,
            List.of(),
            List.of(new OutputClause(output, null, FactType.NUMBER, null, null)),
            List.of());
    return new TableSheet(
        table,
        List.of(new Column(Role.OUTPUT, output, "", "t", FactType.NUMBER, null)),
        Arrays.stream(rows)
            .map(it -> it.split(" "))
            .map(it -> new Row(it[0], List.of(it[1])))
            .toList());
  }
}
