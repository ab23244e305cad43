package org.rulewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.rulewright.access.Language;

class FormatsTest {
  private final Formats zh = new Formats(Language.ZH, ZoneId.of("Asia/Shanghai"));
  private final Formats en = new Formats(Language.EN, ZoneId.of("Europe/Berlin"));

  @Test
  void chineseReadersGetTenThousandsAndHundredMillions() {
    assertThat(zh.amount(new BigDecimal("350000"))).isEqualTo("35 万元");
    assertThat(zh.amount(new BigDecimal("352500.00"))).isEqualTo("35.25 万元");
    assertThat(zh.amount(new BigDecimal("9110000000"))).isEqualTo("91.1 亿元");
    assertThat(zh.amount(new BigDecimal("9999"))).isEqualTo("9,999 元");
    assertThat(zh.amount(new BigDecimal("-20000"))).isEqualTo("-2 万元");
    assertThat(zh.amount(BigDecimal.ZERO)).isEqualTo("0 元");
  }

  @Test
  void englishReadersGetMillionsAndBillions() {
    assertThat(en.amount(new BigDecimal("350000"))).isEqualTo("CNY 350,000");
    assertThat(en.amount(new BigDecimal("1250000"))).isEqualTo("CNY 1.25 m");
    assertThat(en.amount(new BigDecimal("91100000000"))).isEqualTo("CNY 91.1 bn");
  }

  @Test
  void anExactAmountKeepsItsCents() {
    assertThat(zh.exactAmount(new BigDecimal("1234567.891"))).isEqualTo("1,234,567.89 元");
    assertThat(en.exactAmount(new BigDecimal("0.5"))).isEqualTo("CNY 0.50");
  }

  @Test
  void whatIsNotThereIsADash() {
    assertThat(zh.amount(null)).isEqualTo("–");
    assertThat(en.percent(null, 2)).isEqualTo("–");
    assertThat(en.dateTime(null)).isEqualTo("–");
  }

  @Test
  void aRateIsAPercentage() {
    assertThat(zh.percent(new BigDecimal("0.0465"), 2)).isEqualTo("4.65%");
  }

  @Test
  void whatIsNewIsSoLongAgoAndWhatIsOlderHasItsTime() {
    var now = Instant.parse("2026-11-23T06:30:00Z"); // 14:30 in Shanghai, 7:30 in Berlin
    assertThat(zh.ago(now.minusSeconds(59), now)).isEqualTo("刚刚");
    assertThat(en.ago(now.plusSeconds(5), now)).as("another clock").isEqualTo("just now");
    assertThat(zh.ago(now.minusSeconds(60), now)).isEqualTo("1 分钟前");
    assertThat(en.ago(now.minusSeconds(59 * 60 + 59), now)).isEqualTo("59 min ago");
    assertThat(zh.ago(now.minusSeconds(14 * 3600), now)).isEqualTo("14 小时前");
    assertThat(en.ago(now.minusSeconds(8 * 3600), now)).isEqualTo("yesterday, 23:30");
    assertThat(zh.ago(now.minusSeconds(15 * 3600), now)).isEqualTo("昨天 23:30");
    assertThat(zh.ago(now.minusSeconds(48 * 3600), now)).isEqualTo("2026-11-21 14:30");
  }

  @Test
  void timesAreThoseOfThePersonsZone() {
    var moment = Instant.parse("2026-11-23T18:30:05Z");
    assertThat(zh.exactTime(moment)).isEqualTo("2026-11-24 02:30:05");
    assertThat(en.dateTime(moment)).isEqualTo("23 Nov 2026, 19:30");
    assertThat(zh.date(LocalDate.of(2026, 1, 5))).isEqualTo("2026年1月5日");
  }

  @Test
  void durationsUseTheUnitThatSuitsThem() {
    assertThat(en.duration(Duration.ofMillis(40))).isEqualTo("40 ms");
    assertThat(zh.duration(Duration.ofSeconds(75))).isEqualTo("1 分 15 秒");
    assertThat(en.duration(Duration.ofMinutes(61))).isEqualTo("1 h 1 min");
  }
}
