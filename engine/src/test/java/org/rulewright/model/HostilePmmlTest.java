package org.rulewright.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostilePmmlTest {

  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  private String address;

  @BeforeEach
  void aServerThatCountsRequests() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort() + "/evil";
  }

  @AfterEach
  void stop() {
    server.stop(0);
    assertThat(requests).hasValue(0);
  }

  @Test
  void anExternalDocumentTypeIsRefusedAndNeverFetched() {
    var text =
        PmmlText.regression().replace("<PMML", "<!DOCTYPE PMML SYSTEM \"" + address + "\"><PMML");

    assertThat(refusals(text)).containsExactly("pmml.doctype");
  }

  @Test
  void anExternalEntityIsRefusedAndNeverFetched() {
    var text =
        PmmlText.regression()
            .replace("<PMML", "<!DOCTYPE PMML [<!ENTITY e SYSTEM \"" + address + "\">]><PMML")
            .replace("<Header/>", "<Header>&e;</Header>");

    assertThat(refusals(text)).containsExactly("pmml.doctype");
  }

  @Test
  void aParameterEntityIsRefusedAndNeverFetched() {
    var text =
        PmmlText.regression()
            .replace(
                "<PMML", "<!DOCTYPE PMML [<!ENTITY % e SYSTEM \"" + address + "\"> %e;]><PMML");

    assertThat(refusals(text)).containsExactly("pmml.doctype");
  }

  @Test
  void aFileIsNeverReadIntoAModel(@TempDir Path folder) throws IOException {
    var secret = Files.writeString(folder.resolve("secret"), "SECRET-OF-THE-SERVER");
    var text =
        PmmlText.regression()
            .replace(
                "<PMML", "<!DOCTYPE PMML [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><PMML")
            .replace("name=\"result\"", "name=\"&e;\"");

    var result = open(text.getBytes(StandardCharsets.UTF_8));

    assertThat(TestModels.refusals(result)).containsExactly("pmml.doctype");
    assertThat(TestModels.messages(result).toString()).doesNotContain("SECRET");
  }

  @Test
  void aDocumentTypeHiddenByAnotherEncodingIsRefusedToo() {
    for (var charset : List.of(StandardCharsets.UTF_16, Charset.forName("UTF-32"))) {
      var text =
          "<?xml version=\"1.0\"?><!DOCTYPE PMML SYSTEM \""
              + address
              + "\">"
              + PmmlText.regression();

      assertThat(TestModels.refusals(open(text.getBytes(charset)))).as(charset.name()).isNotEmpty();
    }
  }

  @Test
  void theEvaluatorReadsTheSameTextAsTheCheck() {
    // a file in GB18030: the evaluator alone would take its bytes for UTF-8
    var text =
        "<?xml version=\"1.0\" encoding=\"GB18030\"?>"
            + PmmlText.regression().replace("\"income\"", "\"收入\"");

    try (var model =
        TestModels.opened(text.getBytes(Charset.forName("GB18030")), ModelFormat.PMML, List.of())) {
      assertThat(model.signature().inputs()).extracting(ModelInput::name).contains("收入");
    }
  }

  @Test
  void entitiesThatExpandWithoutEndAreRefused() {
    var entities = new StringBuilder("<!DOCTYPE PMML [<!ENTITY a0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 20; i++) {
      entities.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }
    var text =
        PmmlText.regression()
            .replace("<PMML", entities + "]><PMML")
            .replace("<Header/>", "<Header>&a19;</Header>");

    assertThat(refusals(text)).containsExactly("pmml.doctype");
  }

  @Test
  void functionsThatCallEachOtherWithoutEndAreRefused() {
    var functions = new StringBuilder("<TransformationDictionary>");
    for (int i = 0; i < 40; i++) {
      var body =
          i == 0
              ? "<FieldRef field=\"x\"/>"
              : "<Apply function=\"+\"><Apply function=\"f%1$d\"><FieldRef field=\"x\"/></Apply><Apply function=\"f%1$d\"><FieldRef field=\"x\"/></Apply></Apply>"
                  .formatted(i - 1);
      functions.append(
          "<DefineFunction name=\"f%d\" optype=\"continuous\" dataType=\"double\"><ParameterField name=\"x\" optype=\"continuous\" dataType=\"double\"/>%s</DefineFunction>"
              .formatted(i, body));
    }
    functions.append(
        "<DerivedField name=\"d\" optype=\"continuous\" dataType=\"double\"><Apply function=\"f39\"><FieldRef field=\"income\"/></Apply></DerivedField></TransformationDictionary>");
    var text = PmmlText.regression().replace("<RegressionModel", functions + "<RegressionModel");

    assertThat(refusals(text)).containsExactly("pmml.too-complex");
  }

  @Test
  void aFunctionThatCallsItselfIsRefused() {
    var text =
        PmmlText.regression()
            .replace(
                "<RegressionModel",
                """
                <TransformationDictionary>
                <DefineFunction name="f" optype="continuous" dataType="double">
                <ParameterField name="x" optype="continuous" dataType="double"/>
                <Apply function="f"><FieldRef field="x"/></Apply></DefineFunction>
                <DerivedField name="d" optype="continuous" dataType="double"><FieldRef field="e"/></DerivedField>
                <DerivedField name="e" optype="continuous" dataType="double"><FieldRef field="d"/></DerivedField>
                </TransformationDictionary><RegressionModel\
                """);

    assertThat(refusals(text)).containsExactly("pmml.recursion", "pmml.recursion");
  }

  @Test
  void codeInAnExtensionIsRefusedAndOtherExtensionsAreIgnored() {
    var code = "<Extension name=\"x\"><script language=\"python\">import os</script></Extension>";
    var note = "<Extension name=\"created-by\" value=\"a colleague\"/>";

    assertThat(
            refusals(PmmlText.regression().replace("<Header/>", "<Header>" + code + "</Header>")))
        .containsExactly("pmml.extension");
    assertThat(
            refusals(PmmlText.regression().replace("<Header/>", "<Header>" + note + "</Header>")))
        .isEmpty();
  }

  @Test
  void twoModelsInAFileAreRefusedRatherThanOneIgnored() {
    var text = PmmlText.regression();
    int from = text.indexOf("<RegressionModel");
    int to = text.indexOf("</PMML>");
    var twice = text.substring(0, to) + text.substring(from, to) + "</PMML>";

    assertThat(refusals(twice)).containsExactly("pmml.models");
  }

  @Test
  void whatIsNoPmmlIsRefused() {
    assertThat(refusals("")).containsExactly("model.empty");
    assertThat(refusals("not xml")).containsExactly("pmml.not-xml");
    assertThat(refusals("<html/>")).containsExactly("pmml.root");
    assertThat(refusals("<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"/>"))
        .containsExactly("pmml.models");
    assertThat(refusals("<PMML>" + "<a>".repeat(300) + "</a>".repeat(300) + "</PMML>"))
        .containsExactly("pmml.too-deep");
    assertThat(refusals(PmmlText.regression().replace("RegressionModel", "TimeSeriesModel")))
        .contains("pmml.unsupported");
  }

  private static List<String> refusals(String text) {
    return TestModels.refusals(open(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static OpenResult open(byte[] bytes) {
    return TestModels.open(bytes, ModelFormat.PMML, List.of());
  }
}
