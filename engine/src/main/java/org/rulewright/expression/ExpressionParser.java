package org.rulewright.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions of the subset by recursive descent.
 *
 * <p>Every method returns null where the text leaves the subset; nobody cares why, because the
 * reference engine then takes the whole text and reports what is wrong with it, if anything is.
 */
final class ExpressionParser {

  private static final Pattern NUMBER = Pattern.compile("(?:0|[1-9]\\d*)(?:\\.\\d+)?");
  private static final Pattern STRING = Pattern.compile("\"[^\"\\\\\\p{Cntrl}]*\"");
  private static final Pattern DATE =
      Pattern.compile("(?:date\\(\\s*\"[^\"\\\\]*\"\\s*\\)|@\"[^\"\\\\]*\")");
  private static final Pattern KEY = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Set<String> KEYWORDS =
      Set.of(
          "if",
          "then",
          "else",
          "and",
          "or",
          "not",
          "true",
          "false",
          "null",
          "for",
          "in",
          "some",
          "every",
          "between",
          "instance",
          "of",
          "function",
          "return",
          "satisfies",
          "external");

  private final Cursor cursor;
  private final List<String> names;

  private ExpressionParser(String text, List<String> names) {
    this.cursor = new Cursor(text);
    this.names = names;
  }

  static Optional<Expression> parse(String text, Set<String> variables) {
    if (variables.stream().anyMatch(KEYWORDS::contains)) {
      return Optional.empty();
    }
    // Longest first: with `annual income` and `annual` in scope the longer name is meant.
    List<String> names =
        variables.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    ExpressionParser parser = new ExpressionParser(text, names);
    @Nullable Expression expression = parser.expression(0);
    return expression != null && parser.cursor.atEnd() ? Optional.of(expression) : Optional.empty();
  }

  private @Nullable Expression expression(int minimumPrecedence) {
    @Nullable Expression left = operand();
    boolean compared = false;
    while (left != null) {
      @Nullable Operator operator = peekOperator();
      if (operator == null || operator.precedence <= minimumPrecedence) {
        return left;
      }
      if (operator.precedence == Operator.EQUAL.precedence) {
        if (compared) {
          return null; // a < b < c is not an expression of the subset
        }
        compared = true;
      }
      cursor.take(operator.symbol);
      @Nullable Expression right = expression(operator.precedence);
      left = right == null ? null : folded(new Operation(operator, left, right));
    }
    return null;
  }

  private @Nullable Operator peekOperator() {
    Operator found = null;
    for (Operator operator : Operator.values()) {
      boolean longer = found == null || operator.symbol.length() > found.symbol.length();
      if (longer && cursor.sees(operator.symbol)) {
        found = operator;
      }
    }
    // what a sign before a power belongs to is left to the other parser
    return found == Operator.POWER ? null : found;
  }

  private static Expression folded(Operation operation) {
    if (operation.left().isConstant() && operation.right().isConstant()) {
      Object value = operation.evaluate(Map.of());
      return value == Expression.UNDECIDED ? operation : new Expression.Constant(value);
    }
    return operation;
  }

  private @Nullable Expression operand() {
    @Nullable Expression operand = primary();
    while (operand != null && cursor.take(".")) {
      String name = cursor.take(KEY);
      operand = name == null ? null : new Path(operand, name);
    }
    // A call, a filter or a continued name would follow here.
    return operand != null && (cursor.sees("(") || cursor.sees("[")) ? null : operand;
  }

  private @Nullable Expression primary() {
    if (cursor.take("(")) {
      @Nullable Expression inner = expression(0);
      return inner != null && cursor.take(")") ? inner : null;
    }
    if (cursor.take("[")) {
      return list();
    }
    if (cursor.take("{")) {
      return context();
    }
    if (cursor.take("-")) {
      return negated();
    }
    @Nullable Expression literal = literal();
    return literal != null ? literal : name();
  }

  private @Nullable Expression negated() {
    String number = cursor.take(NUMBER);
    return number == null
        ? null
        : Literals.number(number)
            .map(it -> (Expression) new Expression.Constant(it.negate()))
            .orElse(null);
  }

  private @Nullable Expression literal() {
    String date = cursor.take(DATE);
    if (date != null) {
      return Literals.date(date).map(ExpressionParser::constant).orElse(null);
    }
    String string = cursor.take(STRING);
    if (string != null) {
      return Literals.string(string).map(ExpressionParser::constant).orElse(null);
    }
    String number = cursor.take(NUMBER);
    if (number != null) {
      Optional<BigDecimal> value = Literals.number(number);
      return value.map(ExpressionParser::constant).orElse(null);
    }
    return null;
  }

  private static Expression constant(Object value) {
    return new Expression.Constant(value);
  }

  private @Nullable Expression name() {
    for (String name : names) {
      if (cursor.take(name)) {
        return new Variable(name);
      }
    }
    String word = cursor.take(KEY);
    if (word == null) {
      return null;
    }
    if (word.equals(LookupCall.NAME)) {
      return lookup();
    }
    return switch (word) {
      case "true" -> new Expression.Constant(true);
      case "false" -> new Expression.Constant(false);
      case "null" -> new Expression.Constant(null);
      case "if" -> choice();
      default -> null;
    };
  }

  /** A look-up whose table is named by a text; one that is computed is the reference engine's. */
  private @Nullable Expression lookup() {
    String table = cursor.take("(") ? cursor.take(STRING) : null;
    if (table == null) {
      return null;
    }
    List<Expression> key = new ArrayList<>();
    while (cursor.take(",")) {
      @Nullable Expression part = expression(0);
      if (part == null) {
        return null;
      }
      key.add(part);
    }
    return cursor.take(")")
        ? new LookupCall(Literals.string(table).orElseThrow(), List.copyOf(key))
        : null;
  }

  private @Nullable Expression choice() {
    @Nullable Expression condition = expression(0);
    if (condition == null || !cursor.take("then")) {
      return null;
    }
    @Nullable Expression then = expression(0);
    if (then == null || !cursor.take("else")) {
      return null;
    }
    @Nullable Expression otherwise = expression(0);
    return otherwise == null ? null : new Choice(condition, then, otherwise);
  }

  private @Nullable Expression list() {
    List<Expression> elements = new ArrayList<>();
    if (cursor.take("]")) {
      return new ListLiteral(elements);
    }
    do {
      @Nullable Expression element = expression(0);
      if (element == null) {
        return null;
      }
      elements.add(element);
    } while (cursor.take(","));
    return cursor.take("]") ? new ListLiteral(List.copyOf(elements)) : null;
  }

  private @Nullable Expression context() {
    Map<String, Expression> entries = new LinkedHashMap<>();
    if (cursor.take("}")) {
      return new ContextLiteral(entries);
    }
    do {
      @Nullable String key = key();
      if (key == null || !cursor.take(":")) {
        return null;
      }
      @Nullable Expression value = expression(0);
      if (value == null || entries.containsKey(key)) {
        return null;
      }
      entries.put(key, value);
    } while (cursor.take(","));
    return cursor.take("}") ? new ContextLiteral(entries) : null;
  }

  private @Nullable String key() {
    String string = cursor.take(STRING);
    if (string != null) {
      String key = Literals.string(string).orElseThrow();
      return key.isBlank() || !key.equals(key.strip()) || key.contains("  ") ? null : key;
    }
    String word = cursor.take(KEY);
    return word == null || KEYWORDS.contains(word) ? null : word;
  }
}
