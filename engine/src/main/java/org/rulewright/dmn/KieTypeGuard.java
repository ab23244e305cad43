package org.rulewright.dmn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.core.impl.CompositeTypeImpl;
import org.kie.dmn.core.impl.DMNModelImpl;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.kie.dmn.feel.util.NumberEvalHelper;
import org.kie.dmn.model.api.ItemDefinition;
import org.kie.dmn.model.api.UnaryTests;

/**
 * Replaces the tests in the types of a model by guarded ones.
 *
 * <p>The reference engine compiles them before it compiles any logic, and evaluates them outside of
 * every context we give it: without the guards, without our functions, and with a class loader that
 * finds everything.
 */
@NullUnmarked
final class KieTypeGuard {

  private final KieFeel feel;

  private KieTypeGuard(KieFeel feel) {
    this.feel = feel;
  }

  static void guard(DMNModelImpl model, KieFeel feel) {
    var guard = new KieTypeGuard(feel);
    for (var definition : model.getDefinitions().getItemDefinition()) {
      var type = model.getTypeRegistry().resolveType(model.getNamespace(), definition.getName());
      if (type instanceof BaseDMNTypeImpl it) {
        guard.guard(definition, it);
      }
    }
  }

  private void guard(ItemDefinition definition, BaseDMNTypeImpl type) {
    if (isThere(definition.getAllowedValues()) && type.getAllowedValuesFEEL() != null) {
      type.setAllowedValues(guarded(definition, definition.getAllowedValues(), type));
    }
    if (isThere(definition.getTypeConstraint()) && type.getTypeConstraintFEEL() != null) {
      type.setTypeConstraint(guarded(definition, definition.getTypeConstraint(), type));
    }
    if (type instanceof CompositeTypeImpl composite) {
      for (var component : definition.getItemComponent()) {
        if (composite.getFields().get(component.getName()) instanceof BaseDMNTypeImpl field) {
          guard(component, field);
        }
      }
    }
  }

  private static boolean isThere(UnaryTests tests) {
    return tests != null && tests.getText() != null;
  }

  private List<UnaryTest> guarded(
      ItemDefinition definition, UnaryTests tests, BaseDMNTypeImpl type) {
    Map<String, Type> names = new HashMap<>();
    names.put("?", definition.isIsCollection() ? BuiltInType.LIST : type.getFeelType());
    return feel.evaluateUnaryTests(tests.getText(), names).stream()
        .map(this::inOurContext)
        .toList();
  }

  private UnaryTest inOurContext(UnaryTest test) {
    return (outside, value) -> {
      var ctx = feel.unguarded().newEvaluationContext(List.of(), Map.of());
      ctx.enterFrame();
      ctx.setValue("?", NumberEvalHelper.coerceNumber(value));
      return test.apply(ctx, value);
    };
  }
}
