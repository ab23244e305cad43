package org.rulewright.model;

import ai.onnxruntime.OnnxJavaType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;

/** Puts the FEEL values of one row into the tensors of a run. */
final class OnnxRow {

  private final OnnxLayout layout;

  OnnxRow(OnnxLayout layout) {
    this.layout = layout;
  }

  /** Returns what is wrong with the values; the run's row may be used only when nothing is. */
  List<Diagnostic> fill(OnnxRun run, int row, Function<String, @Nullable Object> values) {
    List<Diagnostic> problems = List.of();
    var inputs = layout.signature().inputs();
    for (int tensor = 0; tensor < layout.inputs().size(); tensor++) {
      var shape = layout.inputs().get(tensor);
      for (int column = 0; column < shape.width(); column++) {
        var input = inputs.get(shape.first() + column);
        var value = values.apply(input.name());
        var problem = InputCheck.problem(input, value);
        if (problem == null) {
          problem = put(run, tensor, row, column, input, value);
        }
        if (problem != null) {
          problems = problems.isEmpty() ? new ArrayList<>() : problems;
          problems.add(problem);
        }
      }
    }
    return problems;
  }

  private @Nullable Diagnostic put(
      OnnxRun run, int tensor, int row, int column, ModelInput input, @Nullable Object value) {
    var type = layout.inputs().get(tensor).type();
    return switch (value) {
      case null -> {
        run.number(tensor, row, column, Double.NaN);
        yield null;
      }
      case String text -> {
        run.text(tensor, row, column, text);
        yield null;
      }
      case Boolean bool -> {
        run.whole(tensor, row, column, bool ? 1 : 0);
        yield null;
      }
      case Number number when type == OnnxJavaType.FLOAT || type == OnnxJavaType.DOUBLE ->
          real(run, tensor, row, column, input, number, type);
      case Number number -> whole(run, tensor, row, column, input, number, type);
      default -> throw new IllegalStateException("a value of an unknown type was let through");
    };
  }

  private static @Nullable Diagnostic real(
      OnnxRun run,
      int tensor,
      int row,
      int column,
      ModelInput input,
      Number number,
      OnnxJavaType type) {
    double real = number.doubleValue();
    boolean finite =
        type == OnnxJavaType.FLOAT ? Float.isFinite((float) real) : Double.isFinite(real);
    if (!finite) {
      return InputCheck.problem("model.input-range", input, Diagnostic.shortened(number));
    }
    run.number(tensor, row, column, real);
    return null;
  }

  private static @Nullable Diagnostic whole(
      OnnxRun run,
      int tensor,
      int row,
      int column,
      ModelInput input,
      Number number,
      OnnxJavaType type) {
    try {
      var decimal = number instanceof BigDecimal given ? given : new BigDecimal(number.toString());
      long whole = type == OnnxJavaType.INT32 ? decimal.intValueExact() : decimal.longValueExact();
      run.whole(tensor, row, column, whole);
      return null;
    } catch (ArithmeticException notWhole) {
      return InputCheck.problem("model.input-whole", input, Diagnostic.shortened(number));
    }
  }
}
