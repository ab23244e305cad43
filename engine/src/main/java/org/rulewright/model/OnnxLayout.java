package org.rulewright.model;

import java.util.List;

/**
 * How the rows of a signature lie in the tensors of an ONNX model.
 *
 * @param oneRow whether the model takes exactly one row a run
 */
record OnnxLayout(
    ModelSignature signature, List<OnnxInput> inputs, List<OnnxOutput> outputs, boolean oneRow) {

  OnnxLayout {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
