package org.rulewright.model;

import ai.onnxruntime.MapInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;

/** A first run of an ONNX model, which shows what its outputs are. */
final class OnnxTrial {
  private final OrtSession session;
  private final ModelLimits limits;
  private final OnnxScan scan;
  private final List<Diagnostic> problems;

  /**
   * Prepares the run.
   *
   * @param problems takes what is wrong with the outputs
   */
  OnnxTrial(OrtSession session, ModelLimits limits, OnnxScan scan, List<Diagnostic> problems) {
    this.session = session;
    this.limits = limits;
    this.scan = scan;
    this.problems = problems;
  }

  /** Runs the model once on zeros: some say how wide their outputs are only by giving them. */
  @Nullable OnnxLayout withOutputs(OnnxLayout layout) throws OrtException {
    int rows = layout.oneRow() ? 1 : 2;
    Map<String, OnnxTensor> zeros = new LinkedHashMap<>();
    try {
      for (var input : layout.inputs()) {
        zeros.put(input.name(), zeros(input, rows));
      }
      try (var limit = new RunLimit();
          var result = run(zeros, limit)) {
        var outputs = new ArrayList<OnnxOutput>();
        var signature = new ArrayList<ModelOutput>();
        for (var entry : result) {
          var output = output(entry.getKey(), entry.getValue(), rows);
          if (output != null) {
            outputs.add(output);
            signature.addAll(outputs(output));
          }
        }
        if (signature.isEmpty() && problems.isEmpty()) {
          refuse("model.no-outputs");
        }
        return problems.isEmpty()
            ? new OnnxLayout(
                new ModelSignature(layout.signature().inputs(), signature),
                layout.inputs(),
                outputs,
                layout.oneRow())
            : null;
      }
    } finally {
      zeros.values().forEach(OnnxTensor::close);
    }
  }

  private OrtSession.Result run(Map<String, OnnxTensor> zeros, RunLimit limit) throws OrtException {
    limit.begin(limits.score().toNanos());
    try {
      return session.run(zeros, limit.options());
    } finally {
      limit.end();
    }
  }

  private static OnnxTensor zeros(OnnxInput input, int rows) throws OrtException {
    int values = rows * input.width();
    if (input.type() == OnnxJavaType.STRING) {
      var texts = new String[values];
      Arrays.fill(texts, "");
      return OnnxTensor.createTensor(OnnxRuntimes.environment(), texts, input.shape(rows));
    }
    var buffer =
        ByteBuffer.allocateDirect(values * input.type().size).order(ByteOrder.nativeOrder());
    return OnnxTensors.over(buffer, input.type(), input.shape(rows));
  }

  private @Nullable OnnxOutput output(String name, OnnxValue value, int rows) throws OrtException {
    switch (value) {
      case OnnxTensor tensor -> {
        var info = (TensorInfo) tensor.getInfo();
        var shape = info.getShape();
        boolean row = shape.length > 0 && shape.length <= 2 && shape[0] == rows;
        if (row && OnnxTensors.supported(info.type) && info.getNumElements() > 0) {
          return new OnnxOutput(
              name, info.type, (int) (info.getNumElements() / rows), shape.length == 1, List.of());
        }
        refuse("onnx.output", name, String.valueOf(info));
      }
      case OnnxSequence sequence
          when sequence.getInfo() instanceof SequenceInfo info && info.isSequenceOfMaps() -> {
        var keys = keys(sequence, rows);
        if (!keys.isEmpty()) {
          return new OnnxOutput(name, info.mapInfo.valueType, keys.size(), false, keys);
        }
        refuse("onnx.output", name, String.valueOf(info));
      }
      default -> refuse("onnx.output", name, String.valueOf(value.getInfo()));
    }
    return null;
  }

  private static List<Object> keys(OnnxSequence sequence, int rows) throws OrtException {
    var maps = sequence.getValue();
    try {
      if (maps.size() != rows || !(maps.getFirst() instanceof OnnxMap map)) {
        return List.of();
      }
      MapInfo info = map.getInfo();
      boolean numeric =
          info.valueType == OnnxJavaType.FLOAT
              || info.valueType == OnnxJavaType.DOUBLE
              || info.valueType == OnnxJavaType.INT64;
      return numeric ? List.copyOf(new TreeSet<Object>(map.getValue().keySet())) : List.of();
    } finally {
      for (var map : maps) {
        map.close();
      }
    }
  }

  private List<ModelOutput> outputs(OnnxOutput output) {
    var type = OnnxOpening.type(output.type());
    if (output.isMap()) {
      return output.keys().stream()
          .map(key -> ModelOutput.required(output.name() + "_" + key, type))
          .toList();
    }
    if (output.width() == 1) {
      return List.of(ModelOutput.required(output.name(), type));
    }
    var labels = scan.classLabels();
    boolean classes = labels.size() == output.width() && type == FactType.NUMBER;
    var found = new ArrayList<ModelOutput>();
    for (int i = 0; i < output.width(); i++) {
      var suffix = classes ? labels.get(i) : BigDecimal.valueOf(i).toString();
      found.add(ModelOutput.required(output.name() + "_" + suffix, type));
    }
    return found;
  }

  private void refuse(String code, String... arguments) {
    problems.add(Diagnostic.error(code, Place.NOWHERE, arguments));
  }
}
