package org.rulewright.model;

import ai.onnxruntime.OnnxJavaType;

/**
 * One input tensor of an ONNX model: a row of features.
 *
 * @param first where its features begin among those of the signature
 * @param width how many features it takes
 * @param flat whether the tensor has no dimension for them
 */
record OnnxInput(String name, OnnxJavaType type, int first, int width, boolean flat) {

  long[] shape(int rows) {
    return flat ? new long[] {rows} : new long[] {rows, width};
  }
}
