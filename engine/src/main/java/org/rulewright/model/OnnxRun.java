package org.rulewright.model;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The tensors of one run at a time for a fixed number of rows, filled again for the next.
 *
 * <p>Making and reading tensors costs more than running most models. So the memory of all numeric
 * inputs and outputs is kept and shared with the runtime. Not for use by two threads at once.
 */
final class OnnxRun implements AutoCloseable {

  private final OrtSession session;
  private final int rows;
  private final List<Filled> inputs = new ArrayList<>();
  private final List<OnnxOutput> outputs;
  private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
  private final Map<String, OnnxValue> pinned = new LinkedHashMap<>();
  private final Map<String, ByteBuffer> results = new LinkedHashMap<>();
  private final RunLimit limit;

  /** An input with the memory its values are put into. */
  private record Filled(OnnxInput input, ByteBuffer numbers, @Nullable String[] texts) {}

  OnnxRun(OrtSession session, OnnxLayout layout, int rows) throws OrtException {
    this.session = session;
    this.rows = rows;
    this.outputs = layout.outputs();
    this.limit = new RunLimit();
    for (var input : layout.inputs()) {
      add(input);
    }
    boolean numeric =
        !outputs.isEmpty()
            && outputs.stream().allMatch(it -> !it.isMap() && it.type() != OnnxJavaType.STRING);
    if (numeric) {
      for (var output : outputs) {
        var buffer = memory(rows * output.width(), output.type());
        results.put(output.name(), buffer);
        pinned.put(output.name(), OnnxTensors.over(buffer, output.type(), output.shape(rows)));
      }
    }
  }

  private void add(OnnxInput input) throws OrtException {
    int values = rows * input.width();
    if (input.type() == OnnxJavaType.STRING) {
      inputs.add(new Filled(input, ByteBuffer.allocate(0), new String[values]));
    } else {
      var buffer = memory(values, input.type());
      inputs.add(new Filled(input, buffer, new String[0]));
      tensors.put(input.name(), OnnxTensors.over(buffer, input.type(), input.shape(rows)));
    }
  }

  private static ByteBuffer memory(int values, OnnxJavaType type) {
    return ByteBuffer.allocateDirect(values * type.size).order(ByteOrder.nativeOrder());
  }

  int rows() {
    return rows;
  }

  void number(int tensor, int row, int column, double value) {
    var filled = inputs.get(tensor);
    int index = row * filled.input().width() + column;
    var numbers = filled.numbers();
    switch (filled.input().type()) {
      case FLOAT -> numbers.putFloat(index * 4, (float) value);
      case DOUBLE -> numbers.putDouble(index * 8, value);
      default -> throw new IllegalStateException("not a tensor of reals");
    }
  }

  void whole(int tensor, int row, int column, long value) {
    var filled = inputs.get(tensor);
    int index = row * filled.input().width() + column;
    var numbers = filled.numbers();
    switch (filled.input().type()) {
      case INT64 -> numbers.putLong(index * 8, value);
      case INT32 -> numbers.putInt(index * 4, (int) value);
      case BOOL -> numbers.put(index, (byte) value);
      default -> throw new IllegalStateException("not a tensor of whole numbers");
    }
  }

  void text(int tensor, int row, int column, String value) {
    var filled = inputs.get(tensor);
    filled.texts()[row * filled.input().width() + column] = value;
  }

  /** Makes a row equal to another, as a filling that the model's answer is not read for. */
  void copyRow(int from, int to) {
    for (var filled : inputs) {
      int width = filled.input().width();
      if (filled.texts().length > 0) {
        System.arraycopy(filled.texts(), from * width, filled.texts(), to * width, width);
      } else {
        int bytes = width * filled.input().type().size;
        filled.numbers().put(to * bytes, filled.numbers(), from * bytes, bytes);
      }
    }
  }

  /** Runs the model and returns one column for each output of its signature. */
  List<RawColumn> run(long nanos) throws OrtException, TimeoutException {
    Map<String, OnnxTensor> made = new LinkedHashMap<>();
    try {
      var all = withTexts(made);
      limit.begin(nanos);
      try (var result =
          pinned.isEmpty()
              ? session.run(all, limit.options())
              : session.run(all, Set.of(), pinned, limit.options())) {
        return columns(result);
      } finally {
        limit.end();
      }
    } catch (OrtException e) {
      if (stopped()) {
        throw new TimeoutException();
      }
      throw e;
    } finally {
      made.values().forEach(OnnxTensor::close);
    }
  }

  /** Whether a run was told to stop, after which this object must not run again. */
  boolean stopped() {
    return limit.stopped();
  }

  private Map<String, OnnxTensor> withTexts(Map<String, OnnxTensor> made) throws OrtException {
    for (var filled : inputs) {
      if (filled.texts().length > 0) {
        var input = filled.input();
        made.put(
            input.name(),
            OnnxTensor.createTensor(OnnxRuntimes.environment(), filled.texts(), input.shape(rows)));
      }
    }
    if (made.isEmpty()) {
      return tensors;
    }
    var all = new LinkedHashMap<>(tensors);
    all.putAll(made);
    return all;
  }

  private List<RawColumn> columns(OrtSession.Result result) throws OrtException {
    var columns = new ArrayList<RawColumn>();
    for (var output : outputs) {
      var buffer = results.get(output.name());
      columns.addAll(
          buffer == null
              ? OnnxTensors.read(output, result.get(output.name()).orElseThrow(), rows)
              : OnnxTensors.read(output, buffer, rows));
    }
    return columns;
  }

  @Override
  public void close() {
    tensors.values().forEach(OnnxTensor::close);
    for (var value : pinned.values()) {
      value.close();
    }
    limit.close();
  }
}
