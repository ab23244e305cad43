package org.rulewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
  void anUnknownReasonHasNoSentence() {
    assertThat(StartFailure.sentence(new IllegalStateException("what"))).isEmpty();
  }
}
