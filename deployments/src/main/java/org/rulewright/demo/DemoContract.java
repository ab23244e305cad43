package org.rulewright.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rulewright.asset.ContractInput;
import org.rulewright.asset.Reason;
import org.rulewright.asset.StrategyContract;

/** What the strategy of the demonstration takes and how it words its reasons. */
final class DemoContract {
  private static final List<String> REQUIRED = List.of("requestedAmount");
  private static final List<String> OPTIONAL =
      List.of(
          "annualSales",
          "activeMonths",
          "customers",
          "suppliers",
          "cancelledShare",
          "topCustomerShare",
          "daysSinceLastSale",
          "taxRating",
          "courtCases",
          "insuredMonths",
          "overdueTax",
          "dishonest");
  private static final List<Reason> REASONS =
      List.of(
          new Reason("DISHONEST", "列入失信被执行人名单", "On the list of dishonest persons"),
          new Reason("GRADE_D", "综合评分过低", "The overall points are too low"),
          new Reason("OVERDUE_TAX", "存在欠税", "There is overdue tax"),
          new Reason("SHORT_RECORD", "有销售记录的月份不足", "Too few months with sales"),
          new Reason("LOW_SALES", "年均销售额偏低", "Yearly sales are low"),
          new Reason("MANY_CANCELLED", "作废发票占比过高", "Too many invoices are cancelled"),
          new Reason("ONE_CUSTOMER", "销售过度依赖单一客户", "Sales depend on one customer"),
          new Reason("TAX_RATING_D", "纳税信用等级为 D", "The tax rating is D"),
          new Reason("MANY_COURT_CASES", "涉诉案件较多", "Many court cases as defendant"),
          new Reason("STEADY_BUSINESS", "经营稳定,销售持续", "Steady business with lasting sales"),
          new Reason("GOOD_GRADE", "综合评分良好", "The overall points are good"),
          new Reason("MODERATE_GRADE", "综合评分中等", "The overall points are moderate"));

  private DemoContract() {}

  static StrategyContract contract() {
    var inputs = new ArrayList<ContractInput>();
    REQUIRED.forEach(name -> inputs.add(input(name, true)));
    OPTIONAL.forEach(name -> inputs.add(input(name, false)));
    return new StrategyContract("Offer", inputs, REASONS);
  }

  private static ContractInput input(String name, boolean required) {
    var type = Objects.requireNonNull(DemoFeatures.all().get(name)).type();
    return new ContractInput(name, type, required);
  }
}
