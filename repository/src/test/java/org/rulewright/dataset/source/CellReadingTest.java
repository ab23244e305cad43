package org.rulewright.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CellReadingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234.56|1234.56",
        "1,234.56|1234.56",
        "12,345,678|12345678",
        "¥1,234|1234",
        "￥1,234.50元|1234.5",
        "$60,000.00 |60000",
        "(1,234)|-1234",
        "-943.4|-943.4",
        "-¥5|-5",
        "¥-5|-5",
        "１，２３４．５６|1234.56",
        "1.2万元|12000",
        "3.05亿|305000000",
        "3亿元|300000000",
        "12.5%|0.125",
        "CNY 80|80",
        "80 人民币|80",
        "1.5E3|1500",
        "0.08994520199999999|0.08994520199999999",
        ".5|0.5",
        "007|7"
      })
  void anAmountIsReadExactlyInEveryCommonForm(String text, BigDecimal meant) {
    assertThat(number(text, DecimalMark.POINT)).isEqualByComparingTo(meant);
  }

  @Test
  void aDecimalCommaIsReadWhenChosen() {
    assertThat(number("1.234,56", DecimalMark.COMMA)).isEqualByComparingTo("1234.56");
    assertThat(number("€ 1.234,56", DecimalMark.COMMA)).isEqualByComparingTo("1234.56");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "1,2",
        "1,23,456",
        "12,34",
        "1.2.3",
        "--5",
        "",
        "-",
        ".",
        "1e999999999",
        "万",
        "NaN",
        "()",
        "((5))",
        "(-5)",
        "0x10",
        "1 2"
      })
  void whatIsNoNumberIsRefused(String text) {
    assertThat(NumberText.read(text, DecimalMark.POINT))
        .isEqualTo(Cell.wrong(CellProblem.NOT_A_NUMBER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456789012345678901", "0.1234567890123456789", "1e30"})
  void aNumberOfMoreDigitsThanWeKeepIsRefusedRatherThanRounded(String text) {
    assertThat(NumberText.read(text, DecimalMark.POINT))
        .isEqualTo(Cell.wrong(CellProblem.TOO_MANY_DIGITS));
  }

  @ParameterizedTest
  @CsvSource({
    "2017-09-01,2017-09-01",
    "2017/9/1,2017-09-01",
    "2017.9.1,2017-09-01",
    "20170901,2017-09-01",
    "1-Jan-06,2006-01-01",
    "28-Feb-97,1997-02-28",
    "7 September 2017,2017-09-07",
    "2017年9月1日,2017-09-01",
    "13/4/2016,2016-04-13",
    "4/13/2016,2016-04-13",
    "4/4/2016,2016-04-04",
    "2017-09-01 00:00:00,2017-09-01"
  })
  void aDateIsReadInEveryCommonForm(String text, LocalDate meant) {
    assertThat(DateText.readDate(text, null)).isEqualTo(new Cell.Value(meant));
  }

  @ParameterizedTest
  @CsvSource({
    "2017-09-01T10:20:30,2017-09-01T10:20:30",
    "2017-09-01 10:20,2017-09-01T10:20",
    "2017/9/1 1:05:09.250,2017-09-01T01:05:09.250",
    "1-Jan-06 11:30 PM,2006-01-01T23:30",
    "2017年9月1日 8时5分,2017-09-01T08:05",
    "2017-09-01,2017-09-01T00:00"
  })
  void aDateTimeIsReadInEveryCommonForm(String text, LocalDateTime meant) {
    assertThat(DateText.readDateTime(text, null)).isEqualTo(new Cell.Value(meant));
  }

  @Test
  void aDateThatCouldBeReadTwoWaysNeedsTheOrderOfDayAndMonth() {
    assertThat(DateText.readDate("3/4/2016", null))
        .isEqualTo(Cell.wrong(CellProblem.AMBIGUOUS_DATE));
    assertThat(DateText.readDate("3/4/2016", DayOrder.DAY_FIRST))
        .isEqualTo(new Cell.Value(LocalDate.of(2016, 4, 3)));
    assertThat(DateText.readDate("3/4/2016", DayOrder.MONTH_FIRST))
        .isEqualTo(new Cell.Value(LocalDate.of(2016, 3, 4)));
  }

  @Test
  void aDayThatDoesNotExistIsSaidToBeSo() {
    assertThat(DateText.readDate("2017-02-29", null))
        .isEqualTo(Cell.wrong(CellProblem.NO_SUCH_DAY));
    assertThat(DateText.readDate("13/13/2016", DayOrder.DAY_FIRST))
        .isEqualTo(Cell.wrong(CellProblem.NO_SUCH_DAY));
  }

  @Test
  void aTimeOfDayIsNotSilentlyCutFromADate() {
    assertThat(DateText.readDate("2017-09-01 10:20", null))
        .isEqualTo(Cell.wrong(CellProblem.HAS_TIME));
  }

  @Test
  void yesAndNoAreReadInBothLanguagesAndOnesOnlyForAColumnChosenBoolean() {
    var column = ColumnChoice.of("违约", ColumnType.BOOLEAN);

    assertThat(column.read(" 是 ", DecimalMark.POINT)).isEqualTo(new Cell.Value(true));
    assertThat(column.read("N", DecimalMark.POINT)).isEqualTo(new Cell.Value(false));
    assertThat(column.read("1", DecimalMark.POINT)).isEqualTo(new Cell.Value(true));
    assertThat(column.read("maybe", DecimalMark.POINT))
        .isEqualTo(Cell.wrong(CellProblem.NOT_A_BOOLEAN));
    assertThat(BooleanText.isWord("1")).isFalse();
  }

  @Test
  void anEmptyCellIsMissingAndATextKeepsItsBlanks() {
    assertThat(ColumnChoice.of("状态", ColumnType.TEXT).read(" 作废发票", DecimalMark.POINT))
        .isEqualTo(new Cell.Value(" 作废发票"));
    assertThat(ColumnChoice.of("金额", ColumnType.NUMBER).read("  ", DecimalMark.POINT))
        .isEqualTo(Cell.MISSING);
  }

  private static BigDecimal number(String text, DecimalMark mark) {
    return NumberText.read(text, mark) instanceof Cell.Value(BigDecimal number)
        ? number
        : BigDecimal.valueOf(-999_999);
  }
}
