package org.rulewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.web.server.PortInUseException;

class StartFailureTest {

  @Test
  void aTakenPortIsSaidInOneSentenceWithTheRemedy() {
    var failure = new IllegalStateException("context", new PortInUseException(8080));
    assertThat(StartFailure.sentence(failure))
        .hasValue(
            "Port 8080 is taken by another program; stop it, or choose another port with --port.");
  }

  @Test
  void anAddressOfAnotherMachineIsSaidWithTheRemedy() {
    var failure = new IllegalStateException(new BindException("Cannot assign requested address"));
    assertThat(StartFailure.sentence(failure).orElseThrow())
        .contains("Cannot assign requested address", "--address");
  }

  @ParameterizedTest
  @MethodSource("fullDisks")
  void aFullDiskIsSaidWhereverItIsMet(Exception met) {
    assertThat(StartFailure.sentence(new IllegalStateException("what", met)).orElseThrow())
        .contains("disk is full");
  }

  static Stream<Exception> fullDisks() {
    return Stream.of(
        new IOException("No space left on device"),
        new SQLException("could not extend file", "53100"));
  }

  @Test
  void anUnknownReasonHasNoSentence() {
    assertThat(StartFailure.sentence(new IllegalStateException("what"))).isEmpty();
  }
}
