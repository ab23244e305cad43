package org.rulewright.dmn;

import camundajar.impl.fastparse.IndexedParserInput;
import camundajar.impl.fastparse.Parsed;
import camundajar.impl.fastparse.ParserInputSource$;
import camundajar.impl.fastparse.ParsingRun;
import camundajar.impl.fastparse.package$;
import camundajar.impl.scala.Function1;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.feel.impl.parser.FeelParser$;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.NullUnmarked;

/**
 * Camunda's FEEL grammar, read from a text that counts how often it is looked at.
 *
 * <p>The parser tries every alternative again at each level of brackets, so that a text of a
 * hundred characters with an error in its middle can keep it busy for hours, and its own way in
 * takes plain texts only: its rules are reached by reflection instead.
 */
@NullUnmarked
final class CamundaParser {

  private static final int MOST_READS = 10_000_000;
  private static final int SHOWN = 200;

  private static final MethodHandle EXPRESSION = rule("fullExpression");
  private static final MethodHandle UNARY_TESTS = rule("fullUnaryExpression");

  private CamundaParser() {}

  static ParsedExpression expression(String text) {
    return parsed(EXPRESSION, text);
  }

  static ParsedExpression unaryTests(String text) {
    return parsed(UNARY_TESTS, text);
  }

  private static ParsedExpression parsed(MethodHandle rule, String text) {
    var source = ParserInputSource$.MODULE$.fromParserInput(new CountedInput(text), input -> input);
    var fastparse = package$.MODULE$;
    Function1<ParsingRun<Object>, ParsingRun<Exp>> grammar = run -> applied(rule, run);
    Object outcome = fastparse.parse(source, grammar, false, 0, null);
    return switch (outcome) {
      case Parsed.Success<?> success -> new ParsedExpression((Exp) success.value(), text);
      case Parsed.Failure failure -> throw notFeel(text, failure.index());
      default -> throw new IllegalStateException();
    };
  }

  private static FeelException notFeel(String text, int at) {
    var rest = text.substring(Math.min(at, text.length()));
    return new FeelException(
        "failed to parse expression '%s' near '%s'"
            .formatted(
                text.substring(0, Math.min(text.length(), SHOWN)),
                rest.substring(0, Math.min(rest.length(), SHOWN))));
  }

  @SuppressWarnings("unchecked") // the rules are those of FeelParser
  private static ParsingRun<Exp> applied(MethodHandle rule, ParsingRun<Object> run) {
    try {
      return (ParsingRun<Exp>) rule.invoke(FeelParser$.MODULE$, run);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle rule(String name) {
    try {
      var rule = FeelParser$.class.getDeclaredMethod(name, ParsingRun.class);
      rule.setAccessible(true);
      return MethodHandles.lookup().unreflect(rule);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this version of Camunda's FEEL has no rule " + name, e);
    }
  }

  private static final class CountedInput extends IndexedParserInput {
    private int reads;

    CountedInput(String text) {
      super(text);
    }

    @Override
    public char apply(int index) {
      count();
      return super.apply(index);
    }

    @Override
    public boolean isReachable(int index) {
      count();
      return super.isReachable(index);
    }

    private void count() {
      if (++reads > MOST_READS) {
        throw new CamundaRefusal("the expression is too ambiguous for Camunda's parser", null);
      }
    }
  }
}
