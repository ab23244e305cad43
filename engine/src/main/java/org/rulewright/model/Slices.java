package org.rulewright.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The scores of a batch, gathered slice by slice. */
final class Slices implements BatchScores {

  private final ModelSignature signature;
  private final @Nullable ModelScore[] failed;
  private final List<Slice> slices = new ArrayList<>();
  private final int sliceRows;

  /** What one run gave for consecutive rows of the batch. */
  private record Slice(List<RawColumn> columns) {}

  Slices(ModelSignature signature, int rows, int sliceRows) {
    this.signature = signature;
    this.failed = new ModelScore[rows];
    this.sliceRows = sliceRows;
  }

  /** Adds the next slice; {@code failed} rows keep their failure. */
  void add(List<RawColumn> columns, int from, int count) {
    slices.add(new Slice(columns));
    for (int row = from; row < from + count; row++) {
      if (failed[row] == null && !complete(columns, row - from)) {
        failed[row] = Scores.of(signature.outputs(), columns, row - from);
      }
    }
  }

  void fail(int row, ModelScore score) {
    failed[row] = score;
  }

  private boolean complete(List<RawColumn> columns, int row) {
    for (int i = 0; i < columns.size(); i++) {
      var output = signature.outputs().get(i);
      if (output.required() && !present(columns.get(i), row)) {
        return false;
      }
    }
    return true;
  }

  private static boolean present(RawColumn column, int row) {
    return column instanceof RawColumn.Values values
        ? values.value(row) != null
        : !Double.isNaN(column.number(row));
  }

  @Override
  public int rows() {
    return failed.length;
  }

  @Override
  public boolean scored(int row) {
    return failed[row] == null;
  }

  @Override
  public ModelScore row(int row) {
    var failure = failed[row];
    return failure == null
        ? Scores.of(signature.outputs(), slices.get(row / sliceRows).columns(), row % sliceRows)
        : failure;
  }

  @Override
  public double[] numbers(String output) {
    int index = signature.outputs().indexOf(numeric(output));
    var numbers = new double[failed.length];
    Arrays.fill(numbers, Double.NaN);
    for (int row = 0; row < numbers.length; row++) {
      if (failed[row] == null) {
        numbers[row] = slices.get(row / sliceRows).columns().get(index).number(row % sliceRows);
      }
    }
    return numbers;
  }

  private ModelOutput numeric(String output) {
    return signature
        .output(output)
        .filter(it -> it.type() == org.rulewright.decision.FactType.NUMBER)
        .orElseThrow(
            () -> new IllegalArgumentException("the model has no numeric output " + output));
  }

  /** The values of one row of a batch, by name. */
  static Function<String, @Nullable Object> values(
      Map<String, ? extends ModelColumn> columns, int row) {
    return name -> {
      var column = columns.get(name);
      if (column instanceof ModelColumn.Numbers numbers) {
        // as they are: a decimal of each would cost more than its score
        double number = numbers.values()[row];
        return Double.isNaN(number) ? null : (Object) number;
      }
      return column == null ? null : column.value(row);
    };
  }

  static Map<String, @Nullable Object> row(
      ModelSignature signature, Map<String, ? extends ModelColumn> columns, int row) {
    var values = values(columns, row);
    Map<String, @Nullable Object> one = new HashMap<>();
    signature.inputs().forEach(input -> one.put(input.name(), values.apply(input.name())));
    return one;
  }

  /** Checks the shape of what is to be scored. */
  static void check(int rows, Map<String, ? extends ModelColumn> columns) {
    if (rows < 0) {
      throw new IllegalArgumentException("a batch cannot have " + rows + " rows");
    }
    columns.forEach((name, column) -> {
      if (column.size() != rows) {
        throw new IllegalArgumentException(
            "column " + name + " has " + column.size() + " rows, not " + rows);
      }
    });
  }
}
