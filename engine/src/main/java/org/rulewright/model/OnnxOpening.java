package org.rulewright.model;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
    return new OnnxTrial(session, limits, scan, problems)
        .withOutputs(
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

  static FactType type(OnnxJavaType type) {
    return switch (type) {
      case STRING -> FactType.TEXT;
      case BOOL -> FactType.BOOLEAN;
      default -> FactType.NUMBER;
    };
  }

  private void refuse(String code, String... arguments) {
    problems.add(Diagnostic.error(code, Place.NOWHERE, arguments));
  }
}
