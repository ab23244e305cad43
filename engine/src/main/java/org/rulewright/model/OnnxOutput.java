package org.rulewright.model;

import ai.onnxruntime.OnnxJavaType;
import java.util.List;

/**
 * One output of an ONNX model.
 *
 * @param width how many values of the signature it holds for a row
 * @param flat whether the tensor has no dimension for them
 * @param keys the classes of an output that is a map for each row; empty for a tensor
 */
record OnnxOutput(String name, OnnxJavaType type, int width, boolean flat, List<Object> keys) {

  OnnxOutput {
    keys = List.copyOf(keys);
  }

  boolean isMap() {
    return !keys.isEmpty();
  }

  long[] shape(int rows) {
    return flat ? new long[] {rows} : new long[] {rows, width};
  }
}
