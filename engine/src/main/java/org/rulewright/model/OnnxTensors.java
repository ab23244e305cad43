package org.rulewright.model;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;

/** Between tensors of the native runtime and columns of values. */
final class OnnxTensors {

  private OnnxTensors() {}

  /** A tensor whose values are the bytes of the buffer, now and whenever they change. */
  static OnnxTensor over(ByteBuffer buffer, OnnxJavaType type, long[] shape) throws OrtException {
    var environment = OnnxRuntimes.environment();
    return switch (type) {
      case FLOAT -> OnnxTensor.createTensor(environment, buffer.asFloatBuffer(), shape);
      case DOUBLE -> OnnxTensor.createTensor(environment, buffer.asDoubleBuffer(), shape);
      case INT64 -> OnnxTensor.createTensor(environment, buffer.asLongBuffer(), shape);
      case INT32 -> OnnxTensor.createTensor(environment, buffer.asIntBuffer(), shape);
      case BOOL -> OnnxTensor.createTensor(environment, buffer, shape, OnnxJavaType.BOOL);
      default -> throw new IllegalStateException("no tensor is made of " + type);
    };
  }

  /** Whether features and outputs of this type are taken. */
  static boolean supported(OnnxJavaType type) {
    return switch (type) {
      case FLOAT, DOUBLE, INT64, INT32, BOOL, STRING -> true;
      default -> false;
    };
  }

  static List<RawColumn> read(OnnxOutput output, ByteBuffer buffer, int rows) {
    int values = rows * output.width();
    return switch (output.type()) {
      case FLOAT -> {
        var numbers = new float[values];
        buffer.asFloatBuffer().get(numbers);
        yield columns(output, i -> new RawColumn.Floats(numbers, output.width(), i));
      }
      case DOUBLE -> {
        var numbers = new double[values];
        buffer.asDoubleBuffer().get(numbers);
        yield columns(output, i -> new RawColumn.Doubles(numbers, output.width(), i));
      }
      case INT64 -> {
        var numbers = new long[values];
        buffer.asLongBuffer().get(numbers);
        yield columns(output, i -> new RawColumn.Wholes(numbers, output.width(), i));
      }
      case INT32 -> {
        var numbers = new long[values];
        for (int i = 0; i < values; i++) {
          numbers[i] = buffer.getInt(i * Integer.BYTES);
        }
        yield columns(output, i -> new RawColumn.Wholes(numbers, output.width(), i));
      }
      case BOOL -> {
        var booleans = new @Nullable Object[values];
        for (int i = 0; i < values; i++) {
          booleans[i] = buffer.get(i) != 0;
        }
        yield columns(output, i -> new RawColumn.Values(booleans, output.width(), i));
      }
      default -> throw new IllegalStateException("no number is read of " + output.type());
    };
  }

  static List<RawColumn> read(OnnxOutput output, OnnxValue value, int rows) throws OrtException {
    return switch (value) {
      case OnnxSequence maps when output.isMap() -> maps(output, maps, rows);
      case OnnxTensor tensor when !output.isMap() -> tensor(output, tensor, rows);
      default -> throw new OrtException("output " + output.name() + " changed its kind");
    };
  }

  private static List<RawColumn> tensor(OnnxOutput output, OnnxTensor tensor, int rows)
      throws OrtException {
    var info = (TensorInfo) tensor.getInfo();
    if (info.getNumElements() != (long) rows * output.width() || info.type != output.type()) {
      throw new OrtException("output " + output.name() + " does not have one row for each row");
    }
    if (output.type() != OnnxJavaType.STRING) {
      return read(output, tensor.getByteBuffer().order(ByteOrder.nativeOrder()), rows);
    }
    var texts = new @Nullable Object[rows * output.width()];
    if (tensor.getValue() instanceof String[][] table) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(table[row], 0, texts, row * output.width(), output.width());
      }
    } else {
      System.arraycopy(tensor.getValue(), 0, texts, 0, texts.length);
    }
    return columns(output, i -> new RawColumn.Values(texts, output.width(), i));
  }

  private static List<RawColumn> maps(OnnxOutput output, OnnxSequence sequence, int rows)
      throws OrtException {
    var keys = output.keys();
    var values = new @Nullable Object[rows * keys.size()];
    var maps = sequence.getValue();
    try {
      if (maps.size() != rows) {
        throw new OrtException("output " + output.name() + " does not have one row for each row");
      }
      for (int row = 0; row < rows; row++) {
        var map = ((OnnxMap) maps.get(row)).getValue();
        for (int i = 0; i < keys.size(); i++) {
          values[row * keys.size() + i] = decimal(map.get(keys.get(i)));
        }
      }
    } finally {
      for (var map : maps) {
        map.close();
      }
    }
    return columns(output, i -> new RawColumn.Values(values, keys.size(), i));
  }

  private static @Nullable BigDecimal decimal(@Nullable Object value) {
    return value instanceof Number number ? Decimals.of(number).orElse(null) : null;
  }

  private static List<RawColumn> columns(OnnxOutput output, IntFunction<RawColumn> column) {
    var columns = new ArrayList<RawColumn>();
    for (int i = 0; i < output.width(); i++) {
      columns.add(column.apply(i));
    }
    return columns;
  }
}
