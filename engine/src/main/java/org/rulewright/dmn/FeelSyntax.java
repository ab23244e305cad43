package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.codegen.feel11.ProcessedExpression;
import org.kie.dmn.feel.codegen.feel11.ProcessedFEELUnit.DefaultMode;
import org.kie.dmn.feel.codegen.feel11.ProcessedUnaryTest;
import org.kie.dmn.feel.lang.FEELProfile;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.FunctionDefNode;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.feel.runtime.events.SyntaxErrorEvent;
import org.kie.dmn.feel.runtime.events.UnknownVariableErrorEvent;

/** What the parser of FEEL says about a text. */
@NullUnmarked
record FeelSyntax(List<Problem> problems, ASTNode tree) {

  private static final List<FEELProfile> PROFILES = List.of(new KieFunctions());
  private static final FEELImpl FEEL =
      (FEELImpl)
          FEELBuilder.builder().withClassloader(NoClasses.INSTANCE).withProfiles(PROFILES).build();

  /** A complaint of the parser. */
  enum Complaint {
    SYNTAX,
    UNKNOWN_NAME,
    /** The text is right but unlikely to be meant. */
    DOUBTFUL
  }

  /**
   * One complaint.
   *
   * @param word what the parser stumbled on
   * @param offset characters from the start of the text
   */
  record Problem(Complaint complaint, String word, int offset) {}

  /** Parses an expression in which the given names are known. */
  static FeelSyntax expression(String text, Map<String, Type> names) {
    return parse(text, names, false);
  }

  /** Parses unary tests in which the given names are known. */
  static FeelSyntax unaryTests(String text, Map<String, Type> names) {
    var parsed = parse(text, names, true);
    return parsed.problems().isEmpty() ? parsed.withFreeNames(names) : parsed;
  }

  /** With the names that the parser lets pass in unary tests. */
  private FeelSyntax withFreeNames(Map<String, Type> names) {
    var all = new ArrayList<>(problems);
    for (var name : FreeNames.of(tree, names.keySet())) {
      all.add(
          new Problem(Complaint.UNKNOWN_NAME, name.getText(), Math.max(0, name.getStartChar())));
    }
    return new FeelSyntax(all.stream().distinct().toList(), tree);
  }

  /** Whether the tree is whole; of a text that is half typed it has holes. */
  boolean isWhole() {
    return problems.stream().noneMatch(problem -> problem.complaint() == Complaint.SYNTAX);
  }

  /** Whether the text defines a function of another language. */
  boolean external() {
    return external(tree);
  }

  private static boolean external(ASTNode node) {
    if (node == null) {
      return false;
    }
    if (node instanceof FunctionDefNode function && function.isExternal()) {
      return true;
    }
    for (var child : node.getChildrenNode()) {
      if (external(child)) {
        return true;
      }
    }
    return false;
  }

  private static FeelSyntax parse(String text, Map<String, Type> names, boolean unary) {
    var events = new ArrayList<FEELEvent>();
    var ctx = FEEL.newCompilerContext(List.of(events::add));
    names.forEach(ctx::addInputVariableType);
    try {
      var tree = unary ? tests(text, ctx) : new ParsedExpression(text, ctx).tree();
      return new FeelSyntax(problems(events, text), tree);
    } catch (RuntimeException e) {
      // the tree builder of that parser stumbles over some texts it could not parse
      return new FeelSyntax(
          events.isEmpty()
              ? List.of(new Problem(Complaint.SYNTAX, text, 0))
              : problems(events, text),
          null);
    }
  }

  /** An unknown path is complained about once for each of its names; the first one says it. */
  private static List<Problem> problems(List<FEELEvent> events, String text) {
    var all = events.stream().map(event -> problem(event, text)).distinct().toList();
    return all.stream()
        .filter(it ->
            all.stream()
                .noneMatch(other ->
                    other.offset() == it.offset() && it.word().startsWith(other.word() + ".")))
        .toList();
  }

  private static ASTNode tests(String text, org.kie.dmn.feel.lang.CompilerContext ctx) {
    return new ParsedTests(text, ctx).tree();
  }

  private static final class ParsedExpression extends ProcessedExpression {
    ParsedExpression(String text, org.kie.dmn.feel.lang.CompilerContext ctx) {
      super(text, ctx, DefaultMode.Interpreted, PROFILES);
    }

    ASTNode tree() {
      return ast;
    }
  }

  private static final class ParsedTests extends ProcessedUnaryTest {
    ParsedTests(String text, org.kie.dmn.feel.lang.CompilerContext ctx) {
      super(text, ctx, PROFILES);
    }

    ASTNode tree() {
      return ast;
    }
  }

  private static Problem problem(FEELEvent event, String text) {
    return switch (event) {
      case UnknownVariableErrorEvent unknown ->
          new Problem(
              Complaint.UNKNOWN_NAME,
              String.valueOf(unknown.getOffendingSymbol()),
              offset(text, unknown.getLine(), unknown.getColumn()));
      case SyntaxErrorEvent syntax -> {
        int offset = offset(text, syntax.getLine(), syntax.getColumn());
        yield new Problem(Complaint.SYNTAX, wordAt(text, offset), offset);
      }
      default -> new Problem(Complaint.DOUBTFUL, event.getMessage(), 0);
    };
  }

  private static int offset(String text, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    return Math.clamp(start + (long) column, 0, text.length());
  }

  private static String wordAt(String text, int offset) {
    int end = offset;
    while (end < text.length() && end - offset < 20 && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(offset, end);
  }
}
