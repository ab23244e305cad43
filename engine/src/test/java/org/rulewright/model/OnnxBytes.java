package org.rulewright.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * ONNX files of tests, written field by field.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>
 */
final class OnnxBytes {

  static final int FLOAT = 1;
  static final int INT64 = 7;
  static final int STRING = 8;
  static final int BOOL = 9;

  private OnnxBytes() {}

  static ProtoBytes model(ProtoBytes graph) {
    return new ProtoBytes()
        .number(1, 8)
        .message(7, graph)
        .message(8, new ProtoBytes().text(1, "").number(2, 17))
        .message(8, new ProtoBytes().text(1, "ai.onnx.ml").number(2, 3));
  }

  /** A graph with no node yet, from one tensor of rows to another. */
  static ProtoBytes graph(int type, int width) {
    return new ProtoBytes()
        .text(2, "g")
        .message(11, value("x", type, width))
        .message(12, value("y", type, width));
  }

  static ProtoBytes value(String name, int type, int width) {
    var shape =
        new ProtoBytes()
            .message(1, new ProtoBytes().text(2, "N"))
            .message(1, new ProtoBytes().number(1, width));
    var tensor = new ProtoBytes().number(1, type).message(2, shape);
    return new ProtoBytes().text(1, name).message(2, new ProtoBytes().message(1, tensor));
  }

  static ProtoBytes scalar(String name, int type) {
    var tensor = new ProtoBytes().number(1, type).message(2, new ProtoBytes());
    return new ProtoBytes().text(1, name).message(2, new ProtoBytes().message(1, tensor));
  }

  static ProtoBytes node(String operator, String inputs, String outputs, ProtoBytes... attributes) {
    return node("", operator, inputs, outputs, attributes);
  }

  static ProtoBytes node(
      String domain, String operator, String inputs, String outputs, ProtoBytes... attributes) {
    var node = new ProtoBytes();
    for (var input : inputs.split(" ")) {
      node.text(1, input);
    }
    for (var output : outputs.split(" ")) {
      node.text(2, output);
    }
    node.text(4, operator).text(7, domain);
    for (var attribute : attributes) {
      node.message(5, attribute);
    }
    return node;
  }

  /** One operator applied to the whole row. */
  static byte[] unary(String operator) {
    return model(graph(FLOAT, 2).message(1, node(operator, "x", "y"))).bytes();
  }

  static ProtoBytes reals(String name, float... values) {
    var raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    return new ProtoBytes()
        .number(1, values.length)
        .number(2, FLOAT)
        .text(8, name)
        .bytes(9, raw.array());
  }

  static ProtoBytes whole(String name, long value) {
    var raw = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
    return new ProtoBytes().number(2, INT64).text(8, name).bytes(9, raw.array());
  }

  static ProtoBytes truth(String name) {
    return new ProtoBytes().number(2, BOOL).text(8, name).bytes(9, new byte[] {1});
  }

  /**
   * A loop of so many turns that it would run for hours: y = x, then y = sin(y) again and again.
   */
  static byte[] endless() {
    var body =
        new ProtoBytes()
            .text(2, "body")
            .message(1, node("Identity", "go", "goOn"))
            .message(1, node("Sin", "in", "out"))
            .message(11, scalar("turn", INT64))
            .message(11, scalar("go", BOOL))
            .message(11, value("in", FLOAT, 2))
            .message(12, scalar("goOn", BOOL))
            .message(12, value("out", FLOAT, 2));
    var attribute = new ProtoBytes().text(1, "body").number(20, 5).message(6, body);
    // it loops only where x is above 10, so that opening it is quick
    var graph =
        graph(FLOAT, 2)
            .message(5, reals("ten", 10))
            .message(5, whole("turns", 1L << 40))
            .message(
                1,
                node(
                    "ReduceMax",
                    "x",
                    "largest",
                    new ProtoBytes().text(1, "keepdims").number(20, 2).number(3, 0)))
            .message(1, node("Greater", "largest ten", "moreThanOne"))
            .message(1, node("Squeeze", "moreThanOne", "more"))
            .message(1, node("Loop", "turns more x", "y", attribute));
    return model(graph).bytes();
  }
}
