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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;

/** Opens an ONNX file: scans it, lets the runtime load it, and learns its signature. */
final class OnnxOpening {

  /** No table of credit features is wider; a wider tensor is an image or a text. */
  private static final int MOST_FEATURES = 10_000;

  private final String digest;
  private final ModelLimits limits;
  private final List<String> names;
  private final OnnxScan scan;
  private final List<Diagnostic> problems = new ArrayList<>();

  private OnnxOpening(String digest, ModelLimits limits, List<String> names, OnnxScan scan) {
    this.digest = digest;
    this.limits = limits;
    this.names = names;
    this.scan = scan;
  }

  /**
   * Opens the file.
   *
   * @param names what the features are called, in order; empty when the tensors name them
   */
  static OpenResult open(byte[] bytes, String digest, ModelLimits limits, List<String> names) {
    var scan = OnnxScan.of(bytes);
    return scan.problems().isEmpty()
        ? new OnnxOpening(digest, limits, names, scan).load(bytes)
        : new OpenResult.Refused(scan.problems());
  }

  private OpenResult load(byte[] bytes) {
    OrtSession session = null;
    try {
      session = OnnxRuntimes.session(bytes);
      var layout = layout(session);
      if (layout != null) {
        var model = new OnnxModel(digest, session, layout, limits);
        session = null;
        return new OpenResult.Opened(model);
      }
    } catch (OrtException e) {
      refuse("onnx.refused", Diagnostic.shortened(String.valueOf(e.getMessage())));
    } finally {
      close(session);
    }
    return new OpenResult.Refused(problems);
  }

  private static void close(@Nullable OrtSession session) {
    if (session != null) {
      try {
        session.close();
      } catch (OrtException e) {
        throw new IllegalStateException("the runtime refuses to release a session", e);
      }
    }
  }

  private @Nullable OnnxLayout layout(OrtSession session) throws OrtException {
    var tensors = session.getInputInfo();
    boolean oneRow = false;
    var inputs = new ArrayList<OnnxInput>();
    int features = 0;
    for (var node : tensors.values()) {
      if (!(node.getInfo() instanceof TensorInfo info) || !OnnxTensors.supported(info.type)) {
        refuse("onnx.input-type", node.getName(), String.valueOf(node.getInfo()));
        continue;
      }
      var shape = info.getShape();
      int width = width(node.getName(), shape, tensors.size());
      oneRow |= shape.length > 0 && shape[0] == 1;
      if (width > 0) {
        inputs.add(new OnnxInput(node.getName(), info.type, features, width, shape.length == 1));
        features += width;
      }
    }
    if (inputs.isEmpty() && problems.isEmpty()) {
      refuse("model.no-inputs");
    }
    if (!problems.isEmpty() || !named(features)) {
      return null;
    }
    var signature = inputs(inputs, features);
    return withOutputs(
        session,
        new OnnxLayout(new ModelSignature(signature, List.of()), inputs, List.of(), oneRow));
  }

  /** How many features a tensor takes; 0, with a problem, when it is no row of features. */
  private int width(String name, long[] shape, int tensors) {
    boolean rows = shape.length > 0 && (shape[0] == -1 || shape[0] == 1);
    if (!rows || shape.length > 2) {
      refuse("onnx.input-shape", name, Arrays.toString(shape));
      return 0;
    }
    long width = shape.length == 1 ? 1 : shape[1];
    if (width == -1 && tensors == 1 && !names.isEmpty()) {
      return names.size();
    }
    if (width == -1) {
      refuse("onnx.names-needed", name);
      return 0;
    }
    if (width < 1 || width > MOST_FEATURES) {
      refuse("onnx.input-shape", name, Arrays.toString(shape));
      return 0;
    }
    return (int) width;
  }

  private boolean named(int features) {
    if (names.isEmpty()) {
      return true;
    }
    if (names.size() != features) {
      refuse("onnx.names-count", String.valueOf(names.size()), String.valueOf(features));
      return false;
    }
    if (new HashSet<>(names).size() != names.size() || names.stream().anyMatch(String::isBlank)) {
      refuse("onnx.names-twice");
      return false;
    }
    return true;
  }

  private List<ModelInput> inputs(List<OnnxInput> tensors, int features) {
    var found = new ArrayList<ModelInput>(features);
    for (var tensor : tensors) {
      for (int i = 0; i < tensor.width(); i++) {
        var name =
            !names.isEmpty()
                ? names.get(tensor.first() + i)
                : tensor.width() == 1 ? tensor.name() : tensor.name() + "_" + (i + 1);
        boolean real = tensor.type() == OnnxJavaType.FLOAT || tensor.type() == OnnxJavaType.DOUBLE;
        found.add(
            new ModelInput(
                name, type(tensor.type()), real && scan.handlesMissing(), List.of(), false));
      }
    }
    return found;
  }

  private static FactType type(OnnxJavaType type) {
    return switch (type) {
      case STRING -> FactType.TEXT;
      case BOOL -> FactType.BOOLEAN;
      default -> FactType.NUMBER;
    };
  }

  /** Runs the model once on zeros: some say how wide their outputs are only by giving them. */
  private @Nullable OnnxLayout withOutputs(OrtSession session, OnnxLayout layout)
      throws OrtException {
    int rows = layout.oneRow() ? 1 : 2;
    Map<String, OnnxTensor> zeros = new LinkedHashMap<>();
    try {
      for (var input : layout.inputs()) {
        zeros.put(input.name(), zeros(input, rows));
      }
      try (var limit = new RunLimit();
          var result = trial(session, zeros, limit)) {
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

  private OrtSession.Result trial(OrtSession session, Map<String, OnnxTensor> zeros, RunLimit limit)
      throws OrtException {
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
        java.nio.ByteBuffer.allocateDirect(values * input.type().size)
            .order(java.nio.ByteOrder.nativeOrder());
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
    var type = type(output.type());
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
