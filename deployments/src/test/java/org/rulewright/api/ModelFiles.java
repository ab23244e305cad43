package org.rulewright.api;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Small model files of tests; another maker makes another file of the same model. */
final class ModelFiles {

  /** What {@link #onnx} gives where sales and years are 1 and 4; the powers of their logarithms. */
  static final String ONNX_EXPECTED = "sales,years,expected_p\n1,1,0.5\n4,1,0.33333333\n";

  static final String PMML_EXPECTED = "income,region,expected_score\n3,north,16.5\n3,south,11.5\n";

  private static final int FLOAT = 1;

  private ModelFiles() {}

  /** score = intercept + 0.5 income, plus 5 in the north. */
  static String pmml(int intercept, String maker) {
    return """
    <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header description="%s"/>
    <DataDictionary><DataField name="income" optype="continuous" dataType="double"/>
    <DataField name="region" optype="categorical" dataType="string"><Value value="north"/><Value value="south"/></DataField>
    <DataField name="y" optype="continuous" dataType="double"/></DataDictionary>
    <RegressionModel functionName="regression"><MiningSchema><MiningField name="income"/>
    <MiningField name="region"/><MiningField name="y" usageType="target"/></MiningSchema>
    <Output><OutputField name="score" optype="continuous" dataType="double" feature="predictedValue"/></Output>
    <RegressionTable intercept="%d"><NumericPredictor name="income" coefficient="0.5"/>
    <CategoricalPredictor name="region" value="north" coefficient="5"/></RegressionTable></RegressionModel></PMML>
    """
        .formatted(maker, intercept);
  }

  /**
   * p = sigmoid(-0.5 ln sales - 0.25 ln years): no number for negative sales.
   *
   * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>
   */
  static byte[] onnx(String maker) {
    var weights =
        new Proto()
            .number(1, 2)
            .number(1, 1)
            .number(2, FLOAT)
            .text(8, "w")
            .bytes(9, reals(-0.5f, -0.25f));
    var graph =
        new Proto()
            .text(2, "g")
            .message(11, tensor("x", 2))
            .message(12, tensor("p", 1))
            .message(5, weights)
            .message(1, node("Log", "logs", "x"))
            .message(1, node("MatMul", "sum", "logs", "w"))
            .message(1, node("Sigmoid", "p", "sum"));
    return new Proto()
        .number(1, 8)
        .text(2, maker)
        .message(7, graph)
        .message(8, new Proto().text(1, "").number(2, 17))
        .bytes();
  }

  private static Proto node(String operator, String output, String... inputs) {
    var node = new Proto();
    for (var input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(4, operator);
  }

  private static Proto tensor(String name, int width) {
    var shape =
        new Proto().message(1, new Proto().text(2, "N")).message(1, new Proto().number(1, width));
    var type = new Proto().number(1, FLOAT).message(2, shape);
    return new Proto().text(1, name).message(2, new Proto().message(1, type));
  }

  private static byte[] reals(float... values) {
    var raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    return raw.array();
  }

  /** A message of protocol buffers, written field by field. */
  private static final class Proto {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Proto number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Proto bytes(int field, byte[] value) {
      varint((long) field << 3 | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    Proto text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Proto message(int field, Proto value) {
      return bytes(field, value.bytes());
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        out.write((int) (rest & 0x7F | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
