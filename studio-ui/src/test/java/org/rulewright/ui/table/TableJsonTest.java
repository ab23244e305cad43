package org.rulewright.ui.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rulewright.decisiontable.Aggregator;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.dmn.TableOperation;
import org.rulewright.dmn.TableOperation.CellText;
import org.rulewright.dmn.TableOperation.DeleteRules;
import org.rulewright.dmn.TableOperation.InsertRules;
import org.rulewright.dmn.TableOperation.MoveRules;
import org.rulewright.dmn.TableOperation.NewRule;
import org.rulewright.dmn.TableOperation.SetCells;
import org.rulewright.dmn.TableOperation.SetHitPolicy;

class TableJsonTest {

  @Test
  void everyOperationIsReadAsItWasWritten() {
    List<TableOperation> operations =
        List.of(
            new SetCells(List.of(new CellText("r1", 3, "\"制造业\", <b>\n"))),
            new InsertRules(List.of(new NewRule("n1", "r1", List.of("> 1", ""))), "r2"),
            new DeleteRules(List.of("r1", "r2")),
            new MoveRules(List.of("r3"), ""),
            new SetHitPolicy(HitPolicy.RULE_ORDER, null),
            new SetHitPolicy(HitPolicy.COLLECT, Aggregator.SUM));

    assertThat(TableJson.operations(TableJson.write(operations))).isEqualTo(operations);
  }

  @Test
  void whatIsNoOperationIsRefused() {
    assertThatThrownBy(() -> TableJson.operations("[{\"kind\":\"drop\"}]"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRulesWrittenToAreThoseSetAndInserted() {
    assertThat(
            TableJson.touched(
                List.of(
                    new SetCells(List.of(new CellText("a", 0, ""))),
                    new InsertRules(List.of(new NewRule("b", "", List.of())), ""),
                    new DeleteRules(List.of("c")))))
        .containsExactlyInAnyOrder("a", "b");
  }
}
