package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.Symbol;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.Visitor;
import org.kie.dmn.feel.lang.impl.NamedParameter;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.lang.types.FunctionSymbol;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.events.FEELEventBase;
import org.rulewright.expression.Expression;
import org.rulewright.expression.RowFinder;

/** {@code lookup("table", key, ...)} for the reference engine: the row in force, or null. */
@NullUnmarked
final class LookupFunction implements FEELFunction {

  static final String NAME = "lookup";
  static final LookupFunction INSTANCE = new LookupFunction();

  private final Symbol symbol = new FunctionSymbol(NAME, this);

  private LookupFunction() {}

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public Symbol getSymbol() {
    return symbol;
  }

  @Override
  public List<List<Param>> getParameters() {
    return List.of(
        List.of(new Param("table", BuiltInType.STRING), new Param("key", BuiltInType.UNKNOWN)));
  }

  @Override
  public Object invokeReflectively(EvaluationContext ctx, Object[] params) {
    Evaluation.step();
    var key = new ArrayList<Object>();
    for (int i = 1; i < params.length; i++) {
      if (params[i] instanceof NamedParameter) {
        return error(ctx, "its keys are given in their order, not by name");
      }
      key.add(FeelValues.fromKie(params[i]));
    }
    if (params.length == 0 || !(params[0] instanceof String table)) {
      return error(ctx, "the first parameter is the key of a look-up table");
    }
    if (!RowFinder.CURRENT.isBound()) {
      return error(ctx, "there is no look-up table `" + table + "`");
    }
    var row = RowFinder.CURRENT.get().row(table, key);
    return row == Expression.UNDECIDED
        ? error(ctx, "there is no look-up table `" + table + "` with such key columns")
        : FeelValues.toKie(row);
  }

  private static Object error(EvaluationContext ctx, String message) {
    ctx.notifyEvt(() -> new FEELEventBase(FEELEvent.Severity.ERROR, NAME + ": " + message, null));
    return null;
  }

  /** The name in a call: it means this function whatever else may have the name there. */
  static final class Name extends BaseNode {

    static boolean isIn(BaseNode name) {
      return name instanceof NameRefNode && NAME.equals(name.getText());
    }

    Name(BaseNode written) {
      copyLocationAttributesFrom(written);
      setText(NAME);
    }

    @Override
    public Object evaluate(EvaluationContext ctx) {
      return INSTANCE;
    }

    @Override
    public ASTNode[] getChildrenNode() {
      return new ASTNode[0];
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      throw new UnsupportedOperationException("guarded trees are evaluated, not compiled");
    }
  }
}
