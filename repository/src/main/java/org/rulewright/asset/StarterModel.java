package org.rulewright.asset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.rulewright.decision.FactType;

/** The model a new strategy begins with: one fact, one table, a verdict. */
final class StarterModel {

  private static final String FEATURE = "yearsInBusiness";
  private static final String ENTRY = "verdict";
  private static final String TEMPLATE = template();

  private StarterModel() {}

  static byte[] write(NewStrategy strategy) {
    return TEMPLATE
        .replace("@KEY@", strategy.key().value())
        .replace("@NAME@", escaped(strategy.nameEn()))
        .getBytes(UTF_8);
  }

  /** A model without any decision, for a strategy that begins with its flow. */
  static byte[] empty(NewStrategy strategy) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="strategy" name="%s"
        namespace="https://rulewright.org/strategy/%s"/>
    """
        .formatted(escaped(strategy.nameEn()), strategy.key().value())
        .getBytes(UTF_8);
  }

  static StrategyContract contract() {
    return new StrategyContract(
        ENTRY, List.of(new ContractInput(FEATURE, FactType.NUMBER, true)), List.of());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String template() {
    try (InputStream file = StarterModel.class.getResourceAsStream("starter.dmn")) {
      if (file == null) {
        throw new IllegalStateException("starter.dmn is not in the jar");
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
