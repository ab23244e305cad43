package org.rulewright.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the generated enterprises and invoices as CSV files, as a department would deliver them.
 */
final class DemoFiles {
  static final String ENTERPRISES = "enterprises.csv";
  static final String INVOICES = "invoices.csv";

  private DemoFiles() {}

  static void write(Path folder, List<EnterpriseGenerator.Generated> generated) throws IOException {
    Files.createDirectories(folder);
    try (var enterprises = Files.newBufferedWriter(folder.resolve(ENTERPRISES));
        var invoices = Files.newBufferedWriter(folder.resolve(INVOICES))) {
      enterprises.write(
          "统一社会信用代码,企业名称,行业,区县,成立日期,注册资本,员工人数,法定代表人,纳税信用等级,欠税金额,涉诉案件数,是否失信,社保缴纳月数,申请金额,是否违约\n");
      invoices.write("统一社会信用代码,发票方向,发票号码,开票日期,对方单位,金额,税额,发票状态\n");
      for (var each : generated) {
        write(enterprises, each.enterprise());
        for (var invoice : each.invoices()) {
          write(invoices, invoice);
        }
      }
    }
  }

  private static void write(BufferedWriter writer, Enterprise it) throws IOException {
    line(
        writer,
        it.code(),
        it.name(),
        // The only label with a comma-like character uses the ideographic one: no quoting needed.
        it.industry(),
        it.town(),
        it.foundedOn(),
        it.registeredCapital(),
        it.employees(),
        it.legalRepresentative(),
        it.taxRating(),
        it.overdueTax(),
        it.courtCases(),
        yesNo(it.dishonest()),
        it.insuredMonths(),
        it.requestedAmount(),
        yesNo(it.defaulted()));
  }

  private static void write(BufferedWriter writer, Invoice it) throws IOException {
    line(
        writer,
        it.enterprise(),
        it.sale() ? "销项" : "进项",
        it.number(),
        it.issuedOn(),
        it.counterparty(),
        it.amount(),
        it.tax(),
        it.voided() ? "作废发票" : "有效发票");
  }

  private static void line(BufferedWriter writer, Object... values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      writer.write(i == 0 ? "" : ",");
      writer.write(values[i].toString());
    }
    writer.write('\n');
  }

  private static String yesNo(boolean value) {
    return value ? "是" : "否";
  }
}
