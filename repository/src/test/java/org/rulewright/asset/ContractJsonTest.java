package org.rulewright.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.FactType;

class ContractJsonTest {

  @Test
  void whatIsWrittenIsReadBackTypedAndExact() {
    var contract =
        new StrategyContract(
            "offer",
            List.of(
                new ContractInput(
                    "rate",
                    FactType.NUMBER,
                    true,
                    List.of(new BigDecimal("0.0460"), new BigDecimal("12345678901234567890.1"))),
                new ContractInput("grade", FactType.TEXT, false, List.of("A", "乙")),
                new ContractInput("listed", FactType.BOOLEAN, false, List.of(true)),
                new ContractInput(
                    "since", FactType.DATE, false, List.of(LocalDate.parse("2020-02-29")))),
            List.of(new Reason("R1", "经营年限“不足”", "too \"young\"")));

    assertThat(ContractJson.read(ContractJson.write(contract))).isEqualTo(contract);
  }

  @Test
  void theFormIsCanonical() {
    var contract =
        new StrategyContract(
            "offer",
            List.of(new ContractInput("年限", FactType.NUMBER, true)),
            List.of(new Reason("R1", "甲", "one")));

    assertThat(ContractJson.write(contract))
        .isEqualTo(
            "{\"entry\":\"offer\","
                + "\"inputs\":[{\"feature\":\"年限\",\"type\":\"NUMBER\",\"required\":true}],"
                + "\"reasons\":[{\"code\":\"R1\",\"zh\":\"甲\",\"en\":\"one\"}]}");
  }
}
