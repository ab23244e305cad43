package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.AtLiteralNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.CTypeNode;
import org.kie.dmn.feel.lang.ast.ContextNode;
import org.kie.dmn.feel.lang.ast.FilterExpressionNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InstanceOfNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.util.StringEvalHelper;
import org.rulewright.expression.Between;
import org.rulewright.expression.BuiltIn;
import org.rulewright.expression.Call;
import org.rulewright.expression.Choice;
import org.rulewright.expression.Expression;
import org.rulewright.expression.Filter;
import org.rulewright.expression.InstanceOf;
import org.rulewright.expression.IntervalLiteral;
import org.rulewright.expression.ListLiteral;
import org.rulewright.expression.LookupCall;
import org.rulewright.expression.Membership;
import org.rulewright.expression.Negation;
import org.rulewright.expression.Operation;
import org.rulewright.expression.Operator;
import org.rulewright.expression.Path;
import org.rulewright.expression.Presentable;
import org.rulewright.expression.Terms;
import org.rulewright.expression.Variable;

/**
 * Says a syntax tree of the reference engine's parser in the terms of our own compiler.
 *
 * <p>What a text means, where its names end and what binds tighter, is then one engine's decision
 * alone. Something our compiler has no term for ends the translation.
 */
@NullUnmarked
final class FeelTranslation {

  /** Deeper trees would use up the stack. */
  private static final int DEEPEST = 150;

  private final FeelBindings bindings;
  private final Map<String, ModelFunction> functions;

  /** The functions called so far. */
  private final Set<String> called = new HashSet<>();

  private boolean intervals;
  private int depth;

  private FeelTranslation(Set<String> names, Map<String, ModelFunction> functions) {
    this.functions = functions;
    this.bindings = new FeelBindings(names, this::term);
  }

  /**
   * Translates a tree.
   *
   * @param names everything the text can name; one that hides a function is the function no more
   */
  static Optional<Expression> of(ASTNode tree, Set<String> names) {
    return of(tree, names, Map.of());
  }

  /** The same where functions of the model can be called. */
  static Optional<Expression> of(
      ASTNode tree, Set<String> names, Map<String, ModelFunction> functions) {
    var translation = new FeelTranslation(names, functions);
    try {
      var expression = translation.term(tree);
      return Optional.of(translation.intervals ? new Presentable(expression) : expression);
    } catch (Untold nothingWeHaveATermFor) {
      return Optional.empty();
    }
  }

  private Expression term(ASTNode node) {
    if (++depth > DEEPEST) {
      throw new Untold();
    }
    try {
      return switch (node) {
        case NumberNode it -> new Expression.Constant(it.getValue());
        case StringNode it -> new Expression.Constant(it.getValue());
        case BooleanNode it -> new Expression.Constant(it.getValue());
        case NullNode _ -> new Expression.Constant(null);
        case AtLiteralNode it ->
            Terms.atLiteral(it.getStringLiteral().getValue()).orElseThrow(Untold::new);
        case NameRefNode it -> variable(it);
        case QualifiedNameNode it -> path(it);
        case PathExpressionNode it -> path(it);
        case InfixOpNode it -> operation(it);
        case SignedUnaryNode it -> negation(it);
        case BetweenNode it ->
            new Between(term(it.getValue()), term(it.getStart()), term(it.getEnd()));
        case InNode it -> membership(it);
        case RangeNode it -> interval(it);
        case IfExpressionNode it ->
            new Choice(
                term(it.getCondition()),
                term(it.getThenExpression()),
                term(it.getElseExpression()));
        case ListNode it -> list(it);
        case ContextNode it -> bindings.context(it);
        case ForExpressionNode it -> bindings.loop(it);
        case QuantifiedExpressionNode it -> bindings.quantified(it);
        case FilterExpressionNode it -> filter(it);
        case InstanceOfNode it -> instanceOf(it);
        case FunctionInvocationNode it -> call(it);
        case null, default -> throw new Untold();
      };
    } finally {
      depth--;
    }
  }

  private List<Expression> terms(List<BaseNode> nodes) {
    var terms = new ArrayList<Expression>(nodes.size());
    nodes.forEach(it -> terms.add(term(it)));
    return terms;
  }

  private static String name(ASTNode node) {
    return StringEvalHelper.normalizeVariableName(node.getText());
  }

  private Expression variable(NameRefNode node) {
    var name = name(node);
    if (name.equals("?") || name.equals("partial")) {
      throw new Untold();
    }
    return new Variable(name);
  }

  private Expression path(QualifiedNameNode node) {
    Expression path = variable(node.getParts().getFirst());
    for (var part : node.getParts().subList(1, node.getParts().size())) {
      path = new Path(path, name(part));
    }
    return path;
  }

  private Expression path(PathExpressionNode node) {
    Expression path = term(node.getExpression());
    var parts =
        node.getName() instanceof QualifiedNameNode names
            ? names.getParts()
            : List.of(node.getName());
    for (var part : parts) {
      if (!(part instanceof NameRefNode)) {
        throw new Untold();
      }
      path = new Path(path, name(part));
    }
    return Terms.folded(path, List.of(term(node.getExpression())));
  }

  private Expression operation(InfixOpNode node) {
    var left = term(node.getLeft());
    var right = term(node.getRight());
    return Terms.folded(
        new Operation(Operator.of(node.getOperator().getSymbol()), left, right),
        List.of(left, right));
  }

  private Expression negation(SignedUnaryNode node) {
    var operand = term(node.getExpression());
    if (node.getSign() != SignedUnaryNode.Sign.NEGATIVE) {
      throw new Untold();
    }
    return Terms.folded(new Negation(operand), List.of(operand));
  }

  private Expression interval(RangeNode node) {
    intervals = true;
    var low = term(node.getStart());
    var high = term(node.getEnd());
    return Terms.folded(
        new IntervalLiteral(
            node.getLowerBound() == RangeNode.IntervalBoundary.CLOSED,
            low,
            high,
            node.getUpperBound() == RangeNode.IntervalBoundary.CLOSED),
        List.of(low, high));
  }

  private Expression membership(InNode node) {
    boolean before = intervals;
    var cases = new ArrayList<Membership.Case>();
    switch (node.getExprs()) {
      case ListNode list -> list.getElements().forEach(it -> cases.add(test(it)));
      case UnaryTestListNode list when !list.isNegated() ->
          list.getElements().forEach(it -> cases.add(test(it)));
      case UnaryTestListNode _ -> throw new Untold();
      case null -> throw new Untold();
      default -> cases.add(test(node.getExprs()));
    }
    // ranges to be in do not show
    intervals = before;
    boolean listed =
        node.getExprs() instanceof ListNode || node.getExprs() instanceof UnaryTestListNode;
    return new Membership(term(node.getValue()), cases, listed);
  }

  private Membership.Case test(BaseNode node) {
    if (!(node instanceof UnaryTestNode test)) {
      return new Membership.Case(null, term(node));
    }
    return switch (test.getOperator()) {
      case LT, LTE, GT, GTE, EQ, NE ->
          new Membership.Case(Operator.of(test.getOperator().symbol), term(test.getValue()));
      case IN, NOT, TEST -> throw new Untold();
    };
  }

  private Expression list(ListNode node) {
    var elements = terms(node.getElements());
    return new ListLiteral(elements);
  }

  private Expression filter(FilterExpressionNode node) {
    var list = term(node.getExpression());
    int before = bindings.loops();
    var filter = term(node.getFilter());
    if (bindings.loops() > before) {
      throw new Untold();
    }
    boolean condition = node.getFilter().getResultType() == BuiltInType.BOOLEAN;
    return Terms.folded(
        new Filter(list, filter, condition, Set.copyOf(called)), List.of(list, filter));
  }

  private Expression instanceOf(InstanceOfNode node) {
    var type =
        node.getType() instanceof CTypeNode
            ? InstanceOf.Type.of(name(node.getType()))
            : Optional.<InstanceOf.Type>empty();
    return new InstanceOf(term(node.getExpression()), type.orElseThrow(Untold::new));
  }

  private Expression call(FunctionInvocationNode node) {
    if (!(node.getName() instanceof NameRefNode)) {
      throw new Untold();
    }
    var name = name(node.getName());
    var arguments = node.getParams().getElements();
    if (name.equals(LookupFunction.NAME)) {
      return lookup(arguments);
    }
    if (functions.containsKey(name) && !bindings.isVisible(name)) {
      called.add(name);
      return functions.get(name).call(terms(arguments)).orElseThrow(Untold::new);
    }
    var function = bindings.hides(name) ? Optional.<BuiltIn>empty() : BuiltIn.named(name);
    called.add(name);
    var terms = terms(arguments);
    return Terms.folded(new Call(function.orElseThrow(Untold::new), terms), terms);
  }

  private Expression lookup(List<BaseNode> arguments) {
    if (arguments.isEmpty() || !(arguments.getFirst() instanceof StringNode table)) {
      throw new Untold();
    }
    return new LookupCall(
        table.getValue(), List.copyOf(terms(arguments.subList(1, arguments.size()))));
  }
}
