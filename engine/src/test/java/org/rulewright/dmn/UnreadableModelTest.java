package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.UnreadableModelException.Reason;

class UnreadableModelTest {

  @Test
  void anEntityBombIsRefusedByItsDoctype() {
    var bomb =
        """
        <?xml version="1.0"?>
        <!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY e "&c;&c;&c;&c;&c;&c;&c;&c;">]>
        <definitions xmlns="%s" name="&e;"/>
        """
            .formatted(DmnSamples.DMN_1_3);

    var refusal = refusal(DmnSamples.bytes(bomb));

    assertThat(refusal.reason()).isEqualTo(Reason.DOCTYPE);
    assertThat(refusal.line()).isPositive();
    assertThat(refusal.message(Locale.ENGLISH))
        .contains("DOCTYPE")
        .contains("remove")
        .contains("line");
    assertThat(refusal.message(Locale.CHINESE)).contains("DOCTYPE").contains("行");
  }

  @Test
  void anExternalEntityIsNeverFetched() {
    var text =
        """
        <!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>
        <definitions xmlns="%s" name="n">&x;</definitions>
        """
            .formatted(DmnSamples.DMN_1_3);

    assertThat(refusal(DmnSamples.bytes(text)).reason()).isEqualTo(Reason.DOCTYPE);
  }

  @Test
  void anExternalDocumentTypeIsNeverFetched() {
    var text = "<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/x.dtd\"><definitions/>";

    assertThat(refusal(DmnSamples.bytes(text)).reason()).isEqualTo(Reason.DOCTYPE);
  }

  @Test
  void anUndeclaredEntityIsNotXml() {
    var text = "<definitions xmlns=\"" + DmnSamples.DMN_1_3 + "\">&x;</definitions>";

    assertThat(refusal(DmnSamples.bytes(text)).reason()).isEqualTo(Reason.NOT_XML);
  }

  @Test
  void textThatIsNotXmlSaysWhere() {
    var refusal = refusal(DmnSamples.bytes("this is a letter\nnot a model"));

    assertThat(refusal.reason()).isEqualTo(Reason.NOT_XML);
    assertThat(refusal.line()).isEqualTo(1);
  }

  @Test
  void aTruncatedModelIsNotXml() {
    var whole = DmnSamples.bytes(DmnSamples.model(DmnSamples.input("a", "number")));

    for (int length = 1; length < whole.length - 3; length += 7) {
      var refusal = refusal(Arrays.copyOf(whole, length));
      assertThat(refusal.reason()).isEqualTo(Reason.NOT_XML);
    }
  }

  @Test
  void bytesThatAreNoTextAreNotXml() {
    assertThat(refusal(new byte[] {(byte) 0xff, 0, 1, 2, (byte) 0xfe}).reason())
        .isEqualTo(Reason.NOT_XML);
  }

  @Test
  void nothingIsRefusedAsEmpty() {
    assertThat(refusal(new byte[0]).reason()).isEqualTo(Reason.EMPTY);
  }

  @Test
  void moreThanTwentyMegabytesAreRefusedBeforeTheyAreParsed() {
    var refusal = refusal(new byte[20 * 1024 * 1024 + 1]);

    assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(refusal.message(Locale.ENGLISH)).contains("20971521").contains("20971520");
  }

  @Test
  void anotherRootElementIsNamed() {
    var refusal =
        refusal(
            DmnSamples.bytes(
                "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>"));

    assertThat(refusal.reason()).isEqualTo(Reason.WRONG_ROOT);
    assertThat(refusal.message(Locale.ENGLISH)).contains("BPMN");
    assertThat(refusal(DmnSamples.bytes("<html/>")).message(Locale.ENGLISH)).contains("html");
  }

  @Test
  void anEditionNobodyKnowsIsRefusedByItsNamespace() {
    var refusal =
        refusal(
            DmnSamples.bytes(
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20990101/MODEL/\"/>"));

    assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_VERSION);
    assertThat(refusal.message(Locale.CHINESE)).contains("20990101");
  }

  @Test
  void nestingWithoutEndIsRefused() {
    var deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    var text = "<definitions xmlns=\"" + DmnSamples.DMN_1_3 + "\">" + deep + "</definitions>";

    assertThat(refusal(DmnSamples.bytes(text)).reason()).isEqualTo(Reason.TOO_DEEP);
  }

  @Test
  void everyReasonHasItsWordsInBothLanguages() {
    for (var reason : Reason.values()) {
      var refusal =
          new UnreadableModelException(reason, java.util.List.of("1", "2", "3"), 3, 4, null);
      assertThat(refusal.message(Locale.ENGLISH)).isNotEqualTo(refusal.message(Locale.CHINESE));
    }
  }

  private static UnreadableModelException refusal(byte[] bytes) {
    var thrown =
        catchThrowableOfType(UnreadableModelException.class, () -> DmnDocument.read(bytes));
    assertThat(thrown).as("the bytes were read").isNotNull();
    return thrown;
  }
}
