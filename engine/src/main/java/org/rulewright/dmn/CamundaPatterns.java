package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.NullUnmarked;

/** The functions of patterns for Camunda's FEEL; every character read is counted, so they end. */
@NullUnmarked
final class CamundaPatterns {

  private static final Pattern FLAGS = Pattern.compile("[smix]*");

  private CamundaPatterns() {}

  static Val matches(List<Val> arguments, int flags) {
    return search(arguments, flags, matcher -> new ValBoolean(matcher.find()));
  }

  static Val replace(List<Val> arguments, int flags) {
    return arguments.get(2) instanceof ValString replacement
        ? search(
            arguments, flags, matcher -> new ValString(matcher.replaceAll(replacement.value())))
        : invalid();
  }

  static Val split(List<Val> arguments) {
    return search(
        arguments,
        0,
        matcher -> {
          var text = ((ValString) arguments.getFirst()).value();
          var parts = new ArrayList<Val>();
          int from = 0;
          while (matcher.find()) {
            if (matcher.end() > 0) {
              parts.add(new ValString(text.substring(from, matcher.start())));
              from = matcher.end();
            }
          }
          parts.add(new ValString(text.substring(from)));
          return CamundaFunctions.list(parts);
        });
  }

  static Val extract(List<Val> arguments) {
    return search(
        arguments,
        0,
        matcher -> {
          var found = new ArrayList<Val>();
          while (matcher.find()) {
            found.add(new ValString(matcher.group()));
          }
          return CamundaFunctions.list(found);
        });
  }

  private static Val search(List<Val> arguments, int flags, Function<Matcher, Val> search) {
    if (!(arguments.get(0) instanceof ValString input)
        || !(arguments.get(1) instanceof ValString pattern)
        || flags < 0) {
      return invalid();
    }
    try {
      var matcher = Pattern.compile(pattern.value(), flags).matcher(new Counted(input.value()));
      return CamundaFunctions.bounded(search.apply(matcher));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return invalid();
    }
  }

  private static Val invalid() {
    return new ValError("the text, the pattern or its flags are not valid");
  }

  static int flags(List<Val> arguments, int at) {
    if (!(arguments.get(at) instanceof ValString text) || !FLAGS.matcher(text.value()).matches()) {
      return -1;
    }
    int flags = 0;
    flags |= text.value().contains("s") ? Pattern.DOTALL : 0;
    flags |= text.value().contains("m") ? Pattern.MULTILINE : 0;
    flags |= text.value().contains("i") ? Pattern.CASE_INSENSITIVE : 0;
    flags |= text.value().contains("x") ? Pattern.COMMENTS : 0;
    return flags;
  }

  /** A text whose reading is counted, so that a search in it ends. */
  private record Counted(String text) implements CharSequence {

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      Evaluation.step();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.substring(start, end));
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
