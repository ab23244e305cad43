package org.rulewright.model;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;

/**
 * Reads an ONNX file before the native runtime sees it, and names what is refused in it.
 *
 * <p>Refused are operators that are not ONNX's own, functions, tensors kept in other files, and
 * tensors whose bytes are not as many as their dimensions say. Field numbers are those of <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>.
 */
final class OnnxScan {

  private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml");

  /** Graphs inside attributes of nodes, such as the branches of an If. */
  private static final int DEEPEST = 16;

  private static final int MOST_PROBLEMS = 20;

  private final List<Diagnostic> problems = new ArrayList<>();
  private final Set<List<String>> classLabels = new LinkedHashSet<>();
  private boolean handlesMissing;
  private boolean hasGraph;

  private OnnxScan() {}

  /** Reads the whole file. */
  static OnnxScan of(byte[] bytes) {
    var scan = new OnnxScan();
    try {
      scan.model(new Wire(ByteBuffer.wrap(bytes)));
      if (!scan.hasGraph) {
        scan.refuse("onnx.malformed", "it holds no graph");
      }
    } catch (MalformedFileException e) {
      scan.refuse("onnx.malformed", String.valueOf(e.getMessage()));
    }
    return scan;
  }

  List<Diagnostic> problems() {
    return problems;
  }

  /** The class labels of the model's classifier, where it has exactly one list of them. */
  List<String> classLabels() {
    return classLabels.size() == 1 ? classLabels.iterator().next() : List.of();
  }

  /** Whether an operator of the model says what a missing number (NaN) means. */
  boolean handlesMissing() {
    return handlesMissing;
  }

  private void model(Wire model) throws MalformedFileException {
    while (model.next()) {
      switch (model.field()) {
        case 7 -> {
          hasGraph = true;
          graph(model.message(), 0);
        }
        case 20 -> refuse("onnx.training");
        case 25 -> refuse("onnx.function", functionName(model.message()));
        default -> {
          // versions, producer and metadata say nothing about what is run
        }
      }
    }
  }

  private static String functionName(Wire function) throws MalformedFileException {
    var name = "";
    while (function.next()) {
      if (function.field() == 1) {
        name = function.text();
      }
    }
    return name;
  }

  private void graph(Wire graph, int depth) throws MalformedFileException {
    if (depth > DEEPEST) {
      throw new MalformedFileException("graphs are nested deeper than " + DEEPEST);
    }
    while (graph.next()) {
      switch (graph.field()) {
        case 1 -> node(graph.message(), depth);
        case 5 -> tensor(graph.message());
        case 15 -> sparseTensor(graph.message());
        default -> {
          // inputs, outputs and shapes are asked of the runtime
        }
      }
    }
  }

  private void node(Wire node, int depth) throws MalformedFileException {
    var operator = "";
    var domain = "";
    while (node.next()) {
      switch (node.field()) {
        case 4 -> operator = node.text();
        case 5 -> attribute(node.message(), depth);
        case 7 -> domain = node.text();
        default -> {
          // names of its inputs and outputs
        }
      }
    }
    if (!DOMAINS.contains(domain)) {
      refuse("onnx.operator", Diagnostic.shortened(operator), Diagnostic.shortened(domain));
    }
    handlesMissing |= operator.equals("Imputer");
  }

  private void attribute(Wire attribute, int depth) throws MalformedFileException {
    var name = "";
    var labels = new ArrayList<String>();
    boolean anySet = false;
    while (attribute.next()) {
      switch (attribute.field()) {
        case 1 -> name = attribute.text();
        case 5 -> tensor(attribute.message());
        case 6 -> graph(attribute.message(), depth + 1);
        case 8 -> {
          for (long number : attribute.numbers()) {
            anySet |= number != 0;
            labels.add(String.valueOf(number));
          }
        }
        case 9 -> labels.add(attribute.text());
        case 10 -> tensor(attribute.message());
        case 11 -> graph(attribute.message(), depth + 1);
        case 22, 23 -> sparseTensor(attribute.message());
        default -> {
          // single numbers and texts
        }
      }
    }
    if (name.startsWith("classlabels_") && !labels.isEmpty()) {
      classLabels.add(List.copyOf(labels));
    }
    handlesMissing |= name.equals("nodes_missing_value_tracks_true") && anySet;
  }

  private void sparseTensor(Wire tensor) throws MalformedFileException {
    while (tensor.next()) {
      if (tensor.field() == 1 || tensor.field() == 2) {
        tensor(tensor.message());
      }
    }
  }

  private void tensor(Wire tensor) throws MalformedFileException {
    var size = new TensorSize();
    boolean external = false;
    while (tensor.next()) {
      switch (tensor.field()) {
        case 1 -> size.dimensions(tensor.numbers());
        case 2 -> size.type((int) tensor.number());
        case 8 -> size.name(tensor.text());
        case 9 -> size.raw(tensor.bytes().remaining());
        case 13 -> external = true;
        case 14 -> external |= tensor.number() != 0;
        default -> {
          // values one by one: the runtime compares their number with the dimensions
        }
      }
    }
    if (external) {
      refuse("onnx.external-data", Diagnostic.shortened(size.name()));
    } else if (!size.agrees()) {
      refuse("onnx.tensor-size", Diagnostic.shortened(size.name()));
    }
  }

  private void refuse(String code, String... arguments) {
    if (problems.size() < MOST_PROBLEMS) {
      var problem = Diagnostic.error(code, Place.NOWHERE, arguments);
      if (!problems.contains(problem)) {
        problems.add(problem);
      }
    }
  }
}
