package org.rulewright.demo;

import static org.rulewright.decision.FactType.BOOLEAN;
import static org.rulewright.decision.FactType.NUMBER;
import static org.rulewright.decision.FactType.TEXT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rulewright.decision.FactType;
import org.rulewright.feature.FeatureData;

/** The features of the demonstration, by name. */
final class DemoFeatures {
  private static final String TAX = "税务局发票数据";
  private static final Map<String, FeatureData> ALL = new LinkedHashMap<>();

  static {
    add("annualSales", "年均销售额", "Yearly sales", NUMBER, "CNY", TAX);
    add("annualPurchases", "年均采购额", "Yearly purchases", NUMBER, "CNY", TAX);
    add("margin", "购销毛利率", "Margin of sales over purchases", NUMBER, "", TAX);
    add("activeMonths", "有销售的月数", "Months with sales", NUMBER, "months", TAX);
    add("customers", "客户数", "Customers", NUMBER, "", TAX);
    add("suppliers", "供应商数", "Suppliers", NUMBER, "", TAX);
    add("cancelledShare", "作废发票占比", "Share of cancelled invoices", NUMBER, "", TAX);
    add("negativeShare", "负数发票占比", "Share of reversing invoices", NUMBER, "", TAX);
    add("topCustomerShare", "最大客户占比", "Share of the largest customer", NUMBER, "", TAX);
    add("salesGrowth", "销售增长率", "Growth of sales", NUMBER, "", TAX);
    add("salesVolatility", "月销售波动", "Volatility of monthly sales", NUMBER, "", TAX);
    add("daysSinceLastSale", "距最近销售天数", "Days since the last sale", NUMBER, "days", TAX);
    add("monthsInBusiness", "成立月数", "Months in business", NUMBER, "months", "市场监管局");
    add("registeredCapital", "注册资本", "Registered capital", NUMBER, "CNY", "市场监管局");
    add("employees", "员工人数", "Employees", NUMBER, "", "人社局");
    add("taxRating", "纳税信用等级", "Tax rating", TEXT, "", "税务局", "A", "B", "M", "C", "D");
    add("overdueTax", "欠税金额", "Overdue tax", NUMBER, "CNY", "税务局");
    add("courtCases", "涉诉案件数", "Court cases as defendant", NUMBER, "", "法院");
    add("dishonest", "失信被执行", "On the list of dishonest persons", BOOLEAN, "", "法院");
    add("insuredMonths", "社保缴纳月数", "Months of social insurance paid", NUMBER, "months", "人社局");
    add("industry", "所属行业", "Industry", TEXT, "", "市场监管局");
    add("requestedAmount", "申请金额", "Requested amount", NUMBER, "CNY", "企业申请");
  }

  private DemoFeatures() {}

  static Map<String, FeatureData> all() {
    return ALL;
  }

  private static void add(
      String name,
      String zh,
      String en,
      FactType type,
      String unit,
      String source,
      String... allowed) {
    ALL.put(name, new FeatureData(zh, en, type, unit, List.of(allowed), "普惠金融部", source, ""));
  }
}
