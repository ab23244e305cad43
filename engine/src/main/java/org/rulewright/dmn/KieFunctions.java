package org.rulewright.dmn;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.core.compiler.DMNProfile;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.Symbol;
import org.kie.dmn.feel.lang.impl.NamedParameter;
import org.kie.dmn.feel.lang.types.FunctionSymbol;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.events.FEELEventBase;
import org.kie.dmn.feel.runtime.functions.BuiltInFunctions;

/**
 * The functions we put before those of the reference engine: the clock, which is an argument here,
 * and guards around what can grow without bound, reach Java, or run another language.
 */
@NullUnmarked
final class KieFunctions implements DMNProfile {

  /** The exponents DMN gives to numbers end here; beyond it plain digits fill the memory. */
  private static final int LARGEST_SCALE = 6_200;

  private static final int LONGEST_SUBJECT = 20_000;

  /** Built-in functions whose result or work can be far larger than what they are given. */
  private static final Set<String> GROWING =
      Set.of(
          "append",
          "concatenate",
          "union",
          "insert before",
          "list replace",
          "flatten",
          "string join",
          "string",
          "decimal",
          "floor",
          "ceiling",
          "round up",
          "round down",
          "round half up",
          "round half down",
          "modulo",
          "even",
          "odd");

  /**
   * These become a query of XQuery by joining texts, the flags unescaped: other flags than those of
   * the language could carry a query that reads files.
   */
  private static final Map<String, Integer> FLAGS_AT = Map.of("matches", 2, "replace", 3);

  private static final Pattern FLAGS = Pattern.compile("[smixqU]*");

  /** A repeated group with a repetition or a choice inside: its matching can take for ever. */
  private static final Pattern NESTED_REPETITION =
      Pattern.compile("\\((?:[^()]|\\([^()]*\\))*[+*|}](?:[^()]|\\([^()]*\\))*\\)[+*{]");

  private final List<FEELFunction> functions;

  KieFunctions() {
    var found = new ArrayList<FEELFunction>();
    found.add(clock("now", OffsetDateTime::toZonedDateTime));
    found.add(clock("today", OffsetDateTime::toLocalDate));
    found.add(LookupFunction.INSTANCE);
    for (var function : BuiltInFunctions.getFunctions()) {
      var name = function.getName();
      if (GROWING.contains(name)) {
        found.add(new Guarded(function, KieFunctions::tooLarge));
      } else if (FLAGS_AT.containsKey(name)) {
        found.add(new Guarded(function, params -> notAPattern(params, FLAGS_AT.get(name))));
      } else if (name.equals("split")) {
        found.add(new Guarded(function, params -> notAPattern(params, 2)));
      } else if (name.equals("get value")) {
        found.add(new Guarded(function, KieFunctions::notAContext));
      } else if (name.equals("decision table") || name.equals("invoke")) {
        // these read FEEL out of texts, past every guard
        found.add(new Guarded(function, params -> "this function is not available"));
      }
    }
    functions = List.copyOf(found);
  }

  @Override
  public List<FEELFunction> getFEELFunctions() {
    return functions;
  }

  private static FEELFunction clock(String name, Function<OffsetDateTime, Object> reading) {
    var original =
        java.util.Arrays.stream(BuiltInFunctions.getFunctions())
            .filter(function -> function.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return new Guarded(original, params -> null) {
      @Override
      public Object invokeReflectively(EvaluationContext ctx, Object[] params) {
        if (params.length > 0) {
          return super.invokeReflectively(ctx, params);
        }
        return reading.apply(Evaluation.CURRENT.get().asOf());
      }
    };
  }

  private static String tooLarge(Object[] params) {
    for (var param : params) {
      if (isTooLarge(value(param))) {
        return "the number is beyond the range of DMN";
      }
    }
    return null;
  }

  private static boolean isTooLarge(Object value) {
    return switch (value) {
      case BigDecimal number -> Math.abs((long) number.scale()) > LARGEST_SCALE;
      case Collection<?> list -> list.stream().anyMatch(KieFunctions::isTooLarge);
      case Map<?, ?> context -> context.values().stream().anyMatch(KieFunctions::isTooLarge);
      case null, default -> false;
    };
  }

  private static String notAPattern(Object[] params, int flagsAt) {
    for (int i = 0; i < params.length; i++) {
      var text = value(params[i]) instanceof String it ? it : "";
      boolean flags =
          params[i] instanceof NamedParameter named
              ? named.getName().equals("flags")
              : i == flagsAt;
      if (flags && !FLAGS.matcher(text).matches()) {
        return "these flags are not known: " + text;
      }
      if (text.length() > LONGEST_SUBJECT) {
        return "the text is too long to be matched with a pattern";
      }
      boolean pattern =
          params[i] instanceof NamedParameter named
              ? Set.of("pattern", "delimiter").contains(named.getName())
              : i == 1;
      if (pattern && NESTED_REPETITION.matcher(text).find()) {
        return "a repeated group may not hold a repetition or a choice";
      }
    }
    return null;
  }

  private static String notAContext(Object[] params) {
    for (int i = 0; i < params.length; i++) {
      boolean context =
          params[i] instanceof NamedParameter named ? named.getName().equals("m") : i == 0;
      var value = value(params[i]);
      if (context && value != null && !(value instanceof Map)) {
        return "m is not a context";
      }
    }
    return null;
  }

  private static Object value(Object param) {
    return param instanceof NamedParameter named ? named.getValue() : param;
  }

  /** A built-in function that is refused some arguments and whose result is bounded. */
  private static class Guarded implements FEELFunction {
    private final FEELFunction function;
    private final Function<Object[], String> objection;
    private final Symbol symbol;

    Guarded(FEELFunction function, Function<Object[], String> objection) {
      this.function = function;
      this.objection = objection;
      this.symbol = new FunctionSymbol(function.getName(), this);
    }

    @Override
    public String getName() {
      return function.getName();
    }

    @Override
    public Symbol getSymbol() {
      return symbol;
    }

    @Override
    public List<List<Param>> getParameters() {
      return function.getParameters();
    }

    @Override
    public Object invokeReflectively(EvaluationContext ctx, Object[] params) {
      Evaluation.step();
      var refused = objection.apply(params);
      if (refused != null) {
        ctx.notifyEvt(() ->
            new FEELEventBase(FEELEvent.Severity.ERROR, function.getName() + ": " + refused, null));
        return null;
      }
      return Evaluation.bounded(function.invokeReflectively(ctx, params));
    }

    @Override
    public Object defaultValue() {
      return function.defaultValue();
    }
  }

  @Override
  public List<org.kie.dmn.api.marshalling.DMNExtensionRegister> getExtensionRegisters() {
    return List.of();
  }

  @Override
  public List<org.kie.dmn.core.compiler.DRGElementCompiler> getDRGElementCompilers() {
    return List.of();
  }
}
