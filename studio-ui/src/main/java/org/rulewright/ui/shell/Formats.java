package org.rulewright.ui.shell;

import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.Language;

/**
 * Numbers, amounts and times as the person at the screen is used to reading them.
 *
 * <p>A value that is not there is shown as a dash. Amounts are yuan (CNY): Chinese readers get 万元
 * and 亿元, English readers thousands, millions and billions.
 */
public final class Formats {
  private static final String NOTHING = "–";
  private static final BigDecimal WAN = new BigDecimal("10000");
  private static final BigDecimal YI = new BigDecimal("100000000");
  private static final BigDecimal MILLION = new BigDecimal("1000000");
  private static final BigDecimal BILLION = new BigDecimal("1000000000");

  private final Language language;
  private final ZoneId zone;

  public Formats(Language language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
  }

  /** The formats of the person at the screen. */
  public static Formats here() {
    return new Formats(Language.of(Messages.locale()), browserZone());
  }

  public String number(@Nullable Number value) {
    return value == null ? NOTHING : numbers(0, 6).format(value);
  }

  public String number(@Nullable Number value, int decimals) {
    return value == null ? NOTHING : numbers(decimals, decimals).format(value);
  }

  /** A fraction as a percentage: 0.0465 is 4.65 %. */
  public String percent(@Nullable Number fraction, int decimals) {
    if (fraction == null) {
      return NOTHING;
    }
    var format = NumberFormat.getPercentInstance(language.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(fraction);
  }

  /** An amount in yuan, in the unit that suits its size. */
  public String amount(@Nullable BigDecimal yuan) {
    if (yuan == null) {
      return NOTHING;
    }
    return language == Language.ZH ? chineseAmount(yuan) : englishAmount(yuan);
  }

  /** An amount in yuan to the cent. */
  public String exactAmount(@Nullable BigDecimal yuan) {
    if (yuan == null) {
      return NOTHING;
    }
    return language == Language.ZH
        ? numbers(2, 2).format(yuan) + " 元"
        : "CNY " + numbers(2, 2).format(yuan);
  }

  public String date(@Nullable LocalDate date) {
    return date == null ? NOTHING : pattern("yyyy年M月d日", "d MMM yyyy").format(date);
  }

  public String dateTime(@Nullable Instant instant) {
    return instant == null
        ? NOTHING
        : pattern("yyyy-MM-dd HH:mm", "d MMM yyyy, HH:mm").withZone(zone).format(instant);
  }

  /** How long ago, for what is new; the day and time for what is older. */
  public String ago(Instant instant, Instant now) {
    var minutes = Duration.between(instant, now).toMinutes();
    if (minutes < 1) {
      return language == Language.ZH ? "刚刚" : "just now";
    }
    if (minutes < 60) {
      return minutes + (language == Language.ZH ? " 分钟前" : " min ago");
    }
    var days =
        ChronoUnit.DAYS.between(LocalDate.ofInstant(instant, zone), LocalDate.ofInstant(now, zone));
    if (days == 0) {
      return minutes / 60 + (language == Language.ZH ? " 小时前" : " h ago");
    }
    return days == 1
        ? pattern("昨天 HH:mm", "'yesterday', HH:mm").withZone(zone).format(instant)
        : dateTime(instant);
  }

  /** To the second, where order matters. */
  public String exactTime(@Nullable Instant instant) {
    return instant == null
        ? NOTHING
        : pattern("yyyy-MM-dd HH:mm:ss", "d MMM yyyy, HH:mm:ss").withZone(zone).format(instant);
  }

  public String duration(@Nullable Duration duration) {
    if (duration == null) {
      return NOTHING;
    }
    var seconds = duration.toSeconds();
    if (seconds < 1) {
      return duration.toMillis() + (language == Language.ZH ? " 毫秒" : " ms");
    }
    if (seconds < 60) {
      return seconds + (language == Language.ZH ? " 秒" : " s");
    }
    if (seconds < 3600) {
      return seconds / 60
          + (language == Language.ZH ? " 分 " : " min ")
          + seconds % 60
          + (language == Language.ZH ? " 秒" : " s");
    }
    return seconds / 3600
        + (language == Language.ZH ? " 小时 " : " h ")
        + seconds / 60 % 60
        + (language == Language.ZH ? " 分" : " min");
  }

  public ZoneId zone() {
    return zone;
  }

  private String chineseAmount(BigDecimal yuan) {
    if (yuan.abs().compareTo(YI) >= 0) {
      return scaled(yuan, YI) + " 亿元";
    }
    if (yuan.abs().compareTo(WAN) >= 0) {
      return scaled(yuan, WAN) + " 万元";
    }
    return numbers(0, 2).format(yuan) + " 元";
  }

  private String englishAmount(BigDecimal yuan) {
    if (yuan.abs().compareTo(BILLION) >= 0) {
      return "CNY " + scaled(yuan, BILLION) + " bn";
    }
    if (yuan.abs().compareTo(MILLION) >= 0) {
      return "CNY " + scaled(yuan, MILLION) + " m";
    }
    return "CNY " + numbers(0, 2).format(yuan);
  }

  private String scaled(BigDecimal value, BigDecimal unit) {
    return numbers(0, 2).format(value.divide(unit));
  }

  private NumberFormat numbers(int fewest, int most) {
    var format = NumberFormat.getNumberInstance(language.locale());
    format.setMinimumFractionDigits(fewest);
    format.setMaximumFractionDigits(most);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }

  private DateTimeFormatter pattern(String chinese, String english) {
    return language == Language.ZH
        ? DateTimeFormatter.ofPattern(chinese, Locale.SIMPLIFIED_CHINESE)
        : DateTimeFormatter.ofPattern(english, Locale.ENGLISH);
  }

  private static ZoneId browserZone() {
    var ui = UI.getCurrent();
    var details = ui == null ? null : ui.getPage().getExtendedClientDetails();
    var name = details == null ? null : details.getTimeZoneId();
    if (name == null || name.isEmpty()) {
      return ZoneId.systemDefault();
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return ZoneId.systemDefault(); // a browser may know zones that this JDK does not
    }
  }
}
