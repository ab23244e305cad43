package org.rulewright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostileOnnxTest {

  @Test
  void anOperatorOfAnotherDomainIsRefused() {
    var node = OnnxBytes.node("com.evil", "RunShell", "x", "y");

    assertThat(messages(OnnxBytes.graph(OnnxBytes.FLOAT, 2).message(1, node)))
        .containsExactly(
            "the model uses the operator `RunShell` of the domain `com.evil`: only ONNX's own operators (ai.onnx, ai.onnx.ml) are accepted");
  }

  @Test
  void anOperatorHiddenInABranchIsRefused() {
    var branch = new ProtoBytes().message(1, OnnxBytes.node("com.microsoft", "Gelu", "x", "y"));
    var node =
        OnnxBytes.node("If", "x", "y", new ProtoBytes().text(1, "then_branch").message(6, branch));

    assertThat(refusals(OnnxBytes.graph(OnnxBytes.FLOAT, 2).message(1, node)))
        .containsExactly("onnx.operator");
  }

  @Test
  void tensorsInOtherFilesAreRefused() {
    var location = new ProtoBytes().text(1, "location").text(2, "../../../etc/passwd");
    var tensor =
        new ProtoBytes().number(1, 2).number(2, 1).text(8, "w").message(13, location).number(14, 1);

    assertThat(
            refusals(
                OnnxBytes.graph(OnnxBytes.FLOAT, 2)
                    .message(5, tensor)
                    .message(1, OnnxBytes.node("Add", "x w", "y"))))
        .containsExactly("onnx.external-data");
  }

  @Test
  void tensorsInOtherFilesAreRefusedInsideAttributesToo() {
    var tensor = new ProtoBytes().number(1, 2).number(2, 1).number(14, 1);
    var node =
        OnnxBytes.node("Constant", "", "c", new ProtoBytes().text(1, "value").message(5, tensor));

    assertThat(refusals(OnnxBytes.graph(OnnxBytes.FLOAT, 2).message(1, node)))
        .containsExactly("onnx.external-data");
  }

  @Test
  void functionsAndTrainingAreRefused() {
    var model = OnnxBytes.model(identity());
    model.message(25, new ProtoBytes().text(1, "f")).message(20, new ProtoBytes());

    assertThat(TestModels.refusals(open(model.bytes())))
        .containsExactlyInAnyOrder("onnx.function", "onnx.training");
  }

  @Test
  void aTensorWhoseBytesAreFewerThanItsDimensionsIsRefused() {
    var tensor =
        new ProtoBytes().number(1, 1_000_000).number(2, 1).text(8, "w").bytes(9, new byte[8]);

    assertThat(refusals(identity().message(5, tensor))).containsExactly("onnx.tensor-size");
  }

  @Test
  void aTensorOfMoreElementsThanThereAreNumbersIsRefused() {
    var tensor = new ProtoBytes().number(2, 1).text(8, "w");
    for (int i = 0; i < 8; i++) {
      tensor.number(1, 1L << 30);
    }

    assertThat(refusals(identity().message(5, tensor))).containsExactly("onnx.tensor-size");
  }

  @Test
  void whatIsNoOnnxIsRefused() {
    assertThat(TestModels.refusals(open(new byte[0]))).containsExactly("model.empty");
    assertThat(
            TestModels.refusals(open("<PMML/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
        .containsExactly("onnx.malformed");
    assertThat(TestModels.refusals(open(new ProtoBytes().number(1, 8).bytes())))
        .containsExactly("onnx.malformed");
    assertThat(TestModels.refusals(open(ByteBuffer.allocate(10_000).array())))
        .containsExactly("onnx.malformed");
  }

  @Test
  void graphsNestedWithoutEndAreRefused() {
    var graph = new ProtoBytes();
    for (int i = 0; i < 2_000; i++) {
      var attribute = new ProtoBytes().text(1, "body").message(6, graph);
      graph = new ProtoBytes().message(1, new ProtoBytes().text(4, "Loop").message(5, attribute));
    }

    assertThat(refusals(graph)).containsExactly("onnx.malformed");
  }

  @Test
  void aFileBeyondTheLimitAndOneThatChangedAreRefused() {
    var bytes = OnnxBytes.model(identity()).bytes();
    var small = new ModelLimits(16, ModelLimits.DEFAULT.load(), ModelLimits.DEFAULT.score());

    assertThat(TestModels.refusals(TestModels.open(bytes, ModelFormat.ONNX, List.of(), small)))
        .containsExactly("model.too-large");
    assertThat(
            TestModels.refusals(
                ScoringModels.open(
                    bytes,
                    ScoringModels.digest(new byte[] {1}),
                    ModelFormat.ONNX,
                    ModelLimits.DEFAULT)))
        .containsExactly("model.digest");
  }

  private static ProtoBytes identity() {
    return OnnxBytes.graph(OnnxBytes.FLOAT, 2).message(1, OnnxBytes.node("Identity", "x", "y"));
  }

  private static List<String> refusals(ProtoBytes graph) {
    return TestModels.refusals(open(OnnxBytes.model(graph).bytes()));
  }

  private static List<String> messages(ProtoBytes graph) {
    return TestModels.messages(open(OnnxBytes.model(graph).bytes()));
  }

  private static OpenResult open(byte[] bytes) {
    return TestModels.open(bytes, ModelFormat.ONNX, List.of());
  }
}
