package org.rulewright.dmn;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.collection.immutable.List$;
import camundajar.impl.scala.collection.immutable.Map;
import camundajar.impl.scala.collection.immutable.Map$;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.Comparison;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.Multiplication;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.SomeItem;
import org.jspecify.annotations.NullUnmarked;

/**
 * Puts guards into the syntax trees of Camunda's FEEL, which has no limits of its own.
 *
 * <p>Every turn of a loop and every call counts a step of the {@link Evaluation}; lists of numbers
 * are made by us, bounded; and what can grow is looked at after it has grown. What an expression
 * means does not change.
 */
@NullUnmarked
final class CamundaGuard {

  private static final String SYNTAX = "org.camunda.feel.syntaxtree.";

  /** How often the body of nested iterators may be entered. */
  private static final double MOST_TURNS = 1_000_000;

  /** Functions whose second argument is a number of digits. */
  private static final Set<String> SCALED =
      Set.of("decimal", "round up", "round down", "round half up", "round half down");

  private static final java.util.Map<Class<?>, Constructor<?>> CONSTRUCTORS =
      new ConcurrentHashMap<>();

  private CamundaGuard() {}

  static ParsedExpression guarded(ParsedExpression parsed) {
    return new ParsedExpression(guarded(parsed.expression()), parsed.text());
  }

  private static Exp guarded(Exp exp) {
    return switch (exp) {
      case For it -> new For(iterators(it.iterators()), stepping(guarded(it.exp())));
      case SomeItem it ->
          new SomeItem(iterators(it.iterators()), stepping(guarded(it.condition())));
      case EveryItem it ->
          new EveryItem(iterators(it.iterators()), stepping(guarded(it.condition())));
      case Filter it -> new Filter(guarded(it.list()), filter(it.filter()));
      case JavaFunctionInvocation _ -> throw new CamundaRefusal("Java functions are refused", null);
      case FunctionDefinition it ->
          new FunctionDefinition(it.parameters(), stepping(guarded(it.body())));
      case IterationContext it ->
          call(CamundaFunctions.RANGE, guarded(it.start()), guarded(it.end()));
      case FunctionInvocation it when it.function().equals("assert") -> rebuilt(it);
      case FunctionInvocation it -> call(CamundaFunctions.BOUNDED, rebuilt(scaled(it)));
      case Addition it -> call(CamundaFunctions.BOUNDED, rebuilt(it));
      case Multiplication it -> call(CamundaFunctions.BOUNDED, rebuilt(it));
      case Exponentiation it -> call(CamundaFunctions.BOUNDED, rebuilt(it));
      default -> rebuilt(exp);
    };
  }

  /** That engine looks at the kind of a filter to tell an index from a condition: it must stay. */
  private static Exp filter(Exp filter) {
    boolean index =
        filter instanceof ConstNumber
            || filter instanceof ArithmeticNegation it && it.x() instanceof ConstNumber;
    if (index) {
      return filter;
    }
    var guarded = guarded(filter);
    return switch (guarded) {
      case Comparison it -> steppingFirst(it);
      case FunctionInvocation it -> it;
      case QualifiedFunctionInvocation it -> it;
      default -> stepping(guarded);
    };
  }

  private static List<Tuple2<String, Exp>> iterators(List<Tuple2<String, Exp>> iterators) {
    // all combinations are made before the first is looked at
    long longest = (long) Math.pow(MOST_TURNS, 1.0 / iterators.size());
    var found = new ArrayList<Tuple2<String, Exp>>();
    for (var iterator : CollectionConverters.asJava(iterators)) {
      var list = guarded(iterator._2());
      found.add(
          new Tuple2<>(
              iterator._1(),
              iterators.size() == 1
                  ? list
                  : call(CamundaFunctions.ITERATED, list, number(longest))));
    }
    return List$.MODULE$.from(CollectionConverters.asScala(found));
  }

  private static Exp number(long value) {
    return new ConstNumber(
        new camundajar.impl.scala.math.BigDecimal(java.math.BigDecimal.valueOf(value)));
  }

  private static FunctionInvocation scaled(FunctionInvocation call) {
    if (!SCALED.contains(call.function())) {
      return call;
    }
    // named or not, every argument of these may be looked at: none of them is a list
    return switch (call.params()) {
      case PositionalFunctionParameters positional -> {
        var arguments = new ArrayList<Exp>(CollectionConverters.asJava(positional.params()));
        if (arguments.size() > 1) {
          arguments.set(1, call(CamundaFunctions.SCALE, arguments.get(1)));
        }
        yield new FunctionInvocation(
            call.function(),
            new PositionalFunctionParameters(
                List$.MODULE$.from(CollectionConverters.asScala(arguments))));
      }
      case org.camunda.feel.syntaxtree.NamedFunctionParameters named -> {
        var arguments = new LinkedHashMap<String, Exp>();
        CollectionConverters.asJava(named.params())
            .forEach((name, it) ->
                arguments.put(name, name.equals("scale") ? call(CamundaFunctions.SCALE, it) : it));
        yield new FunctionInvocation(
            call.function(),
            new org.camunda.feel.syntaxtree.NamedFunctionParameters(
                Map$.MODULE$.from(CollectionConverters.asScala(arguments))));
      }
      default -> call;
    };
  }

  /** The same expression after a step; an error it gives stays the error it is. */
  private static Exp stepping(Exp exp) {
    return new If(call(CamundaFunctions.STEP), exp, ConstNull$.MODULE$);
  }

  private static Exp steppingFirst(Comparison comparison) {
    var product = (Product) comparison;
    var parts = new Object[product.productArity()];
    boolean done = false;
    for (int i = 0; i < parts.length; i++) {
      var part = product.productElement(i);
      parts[i] = !done && part instanceof Exp exp ? stepping(exp) : part;
      done |= part instanceof Exp;
    }
    return (Exp) made(product, parts);
  }

  private static FunctionInvocation call(String function, Exp... arguments) {
    return new FunctionInvocation(
        function,
        new PositionalFunctionParameters(
            List$.MODULE$.from(CollectionConverters.asScala(Arrays.asList(arguments)))));
  }

  private static Exp rebuilt(Exp exp) {
    return (Exp) part(exp, true);
  }

  /** A part of a node with the guards put into whatever expressions it holds. */
  private static Object part(Object part, boolean itself) {
    return switch (part) {
      case Exp exp when !itself -> guarded(exp);
      case List<?> list -> {
        var items = new ArrayList<Object>();
        CollectionConverters.asJava(list).forEach(item -> items.add(part(item, false)));
        yield List$.MODULE$.from(CollectionConverters.asScala(items));
      }
      case Map<?, ?> map -> {
        var entries = new LinkedHashMap<Object, Object>();
        CollectionConverters.asJava(map)
            .forEach((name, value) -> entries.put(name, part(value, false)));
        yield Map$.MODULE$.from(CollectionConverters.asScala(entries));
      }
      case Tuple2<?, ?> pair -> new Tuple2<>(pair._1(), part(pair._2(), false));
      case Product node when node.getClass().getName().startsWith(SYNTAX) -> node(node);
      case null, default -> part;
    };
  }

  private static Object node(Product node) {
    var parts = new Object[node.productArity()];
    boolean changed = false;
    for (int i = 0; i < parts.length; i++) {
      var part = node.productElement(i);
      parts[i] = part(part, false);
      changed |= parts[i] != part;
    }
    return changed ? made(node, parts) : node;
  }

  private static Object made(Product like, Object[] parts) {
    try {
      return CONSTRUCTORS
          .computeIfAbsent(like.getClass(), type -> type.getConstructors()[0])
          .newInstance(parts);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot rebuild " + like.getClass().getName(), e);
    }
  }
}
