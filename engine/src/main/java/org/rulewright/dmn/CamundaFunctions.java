package org.rulewright.dmn;

import camundajar.impl.scala.collection.immutable.List$;
import camundajar.impl.scala.collection.immutable.Map$;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.feel.context.JavaFunction;
import org.camunda.feel.context.JavaFunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.NullUnmarked;

/**
 * The functions that stand before the built-in ones of Camunda's FEEL: what {@link CamundaGuard}
 * puts into its syntax trees, and the functions of patterns, which Java could search for ever.
 */
@NullUnmarked
final class CamundaFunctions extends JavaFunctionProvider {

  /** Counts a turn; true. */
  static final String STEP = "rulewright step";

  /** Its argument, unless that has grown beyond bounds. */
  static final String BOUNDED = "rulewright bounded";

  /** Its argument, unless a number of digits that large would fill the memory. */
  static final String SCALE = "rulewright scale";

  /** The whole numbers from its first argument to its second. */
  static final String RANGE = "rulewright range";

  /** Its first argument, unless it is a list longer than the second. */
  static final String ITERATED = "rulewright iterated";

  private static final int LONGEST_TEXT = 200_000;
  private static final int LONGEST_LIST = 10_000;
  private static final BigDecimal LARGEST_SCALE = BigDecimal.valueOf(6_200);

  private final Map<String, List<JavaFunction>> functions = new LinkedHashMap<>();

  private CamundaFunctions() {
    define(
        STEP,
        List.of(),
        arguments -> {
          Evaluation.step();
          return new ValBoolean(true);
        });
    define(BOUNDED, List.of("value"), arguments -> bounded(arguments.getFirst()));
    define(SCALE, List.of("value"), arguments -> scale(arguments.getFirst()));
    define(RANGE, List.of("from", "to"), CamundaFunctions::range);
    define(ITERATED, List.of("list", "longest"), CamundaFunctions::iterated);
    define("matches", List.of("input", "pattern"), it -> CamundaPatterns.matches(it, 0));
    define(
        "matches",
        List.of("input", "pattern", "flags"),
        it -> CamundaPatterns.matches(it, CamundaPatterns.flags(it, 2)));
    define(
        "replace",
        List.of("input", "pattern", "replacement"),
        it -> CamundaPatterns.replace(it, 0));
    define(
        "replace",
        List.of("input", "pattern", "replacement", "flags"),
        it -> CamundaPatterns.replace(it, CamundaPatterns.flags(it, 3)));
    define("split", List.of("string", "delimiter"), CamundaPatterns::split);
    define("extract", List.of("input", "pattern"), CamundaPatterns::extract);
    functions.put(
        LookupFunction.NAME,
        List.of(new JavaFunction(List.of("table", "key"), CamundaRows::lookup, true)));
  }

  /** The functions as a context holds them; those of a context are found before built-in ones. */
  static camundajar.impl.scala.collection.immutable.Map<
          String, camundajar.impl.scala.collection.immutable.List<ValFunction>>
      overBuiltIn() {
    var provider = new CamundaFunctions();
    var found =
        new LinkedHashMap<String, camundajar.impl.scala.collection.immutable.List<ValFunction>>();
    for (var name : provider.getFunctionNames()) {
      found.put(name, provider.getFunctions(name));
    }
    return Map$.MODULE$.from(CollectionConverters.asScala(found));
  }

  @Override
  public Optional<JavaFunction> resolveFunction(String name) {
    return resolveFunctions(name).stream().findFirst();
  }

  @Override
  public List<JavaFunction> resolveFunctions(String name) {
    return functions.getOrDefault(name, List.of());
  }

  @Override
  public Collection<String> getFunctionNames() {
    return functions.keySet();
  }

  private void define(String name, List<String> parameters, Function<List<Val>, Val> function) {
    functions
        .computeIfAbsent(name, unused -> new ArrayList<>())
        .add(new JavaFunction(parameters, function));
  }

  static Val bounded(Val value) {
    Evaluation.step();
    boolean tooBig =
        switch (value) {
          case ValString text -> text.value().length() > LONGEST_TEXT;
          case ValList list -> list.items().lengthCompare(LONGEST_LIST) > 0;
          case ValContext context ->
              context.context().variableProvider().keys().size() > LONGEST_LIST;
          case ValNumber number -> CamundaLimits.isTooLarge(number.value().bigDecimal());
          default -> false;
        };
    if (tooBig) {
      Evaluation.tooBig();
    }
    return value;
  }

  private static Val scale(Val value) {
    if (value instanceof ValNumber number
        && number.value().bigDecimal().abs().compareTo(LARGEST_SCALE) > 0) {
      Evaluation.tooBig();
    }
    return value;
  }

  private static Val range(List<Val> arguments) {
    if (!(arguments.get(0) instanceof ValNumber first)
        || !(arguments.get(1) instanceof ValNumber last)) {
      return new ValError("the ends of a range are not numbers");
    }
    var from = first.value().bigDecimal();
    var to = last.value().bigDecimal();
    if (from.subtract(to).abs().compareTo(BigDecimal.valueOf(LONGEST_LIST)) > 0) {
      // what one turn each would have spent before long
      Evaluation.timeout();
    }
    boolean up = from.compareTo(to) < 0;
    var step = up ? BigDecimal.ONE : BigDecimal.ONE.negate();
    var numbers = new ArrayList<Val>();
    for (var it = from; up ? it.compareTo(to) <= 0 : it.compareTo(to) >= 0; it = it.add(step)) {
      numbers.add(new ValNumber(new camundajar.impl.scala.math.BigDecimal(it)));
    }
    return list(numbers);
  }

  private static Val iterated(List<Val> arguments) {
    if (arguments.get(0) instanceof ValList list
        && arguments.get(1) instanceof ValNumber longest
        && list.items().lengthCompare(longest.value().toInt()) > 0) {
      Evaluation.timeout();
    }
    return arguments.getFirst();
  }

  static Val list(List<Val> items) {
    return new ValList(List$.MODULE$.from(CollectionConverters.asScala(items)));
  }
}
